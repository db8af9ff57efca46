"""python -m tests.bench [NAME…]: measure, print, and write build/bench.json; figures not measured now stay."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path

from tests.bench.alone import BENCHES, measured
from tests.bench.figures import Figure

TARGET = Path(__file__).resolve().parents[2] / "build" / "bench.json"


def main(arguments: list[str]) -> int:
    unknown = set(arguments) - set(BENCHES)
    if unknown:
        print(
            f"No such bench: {', '.join(sorted(unknown))}. There are: {', '.join(BENCHES)}.", file=sys.stderr
        )
        return 2
    records = json.loads(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
    failed = []
    for name in arguments or BENCHES:
        try:
            figures = measured(name)
        except Exception:  # noqa: BLE001 - whatever one bench stumbles over, the others are measured
            traceback.print_exc()
            failed.append(name)
            continue
        records |= {key: figure.record() for key, figure in figures.items()}
        _print(figures)
        _write(records)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return bool(failed)


def _print(figures: dict[str, Figure]) -> None:
    for name, figure in figures.items():
        record = figure.record()
        ratio = "" if record["ratio"] is None else f"  ({record['ratio']:g} × {record['compared_with']})"
        print(f"{name:<30} {record['value']:>10g} {record['unit']}{ratio}", flush=True)


def _write(records: dict[str, object]) -> None:
    TARGET.parent.mkdir(exist_ok=True)
    text = json.dumps(dict(sorted(records.items())), ensure_ascii=False, indent=2)
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
