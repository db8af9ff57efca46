"""A measured figure, and how one is taken: medians, and always beside something plain."""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its unit, what it was compared with in the same run, and value ÷ the other's value."""

    value: float
    unit: str
    compared_with: str = ""
    ratio: float | None = None

    def record(self) -> dict[str, object]:
        return {
            "value": rounded(self.value),
            "unit": self.unit,
            "compared_with": self.compared_with or None,
            "ratio": None if self.ratio is None else rounded(self.ratio),
        }


def beside(value: float, unit: str, what: str, other: float) -> Figure:
    """A figure beside another one of the same unit."""
    return Figure(value, unit, f"{what}: {rounded(other):g} {unit}", value / other if other else None)


def rounded(value: float) -> float:
    """Four significant digits; more would be noise."""
    return float(f"{value:.4g}")


def median_s(work: Callable[[], object], times: int = 5, warm_up: int = 1) -> float:
    """The median of the seconds that `work` takes."""
    for _ in range(warm_up):
        work()
    return statistics.median(once_s(work) for _ in range(times))


def once_s(work: Callable[[], object]) -> float:
    """The seconds that `work` takes, the garbage of what went before collected first."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def p99(values: list[float]) -> float:
    """The value that 99 of 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024
