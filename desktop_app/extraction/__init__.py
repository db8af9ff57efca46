"""Article to suggestions: a pure function of text, lexicon and model."""

import os

# numpy's linear algebra reads these when it is first loaded. The model's matrices are small: more threads than one
# only wait for each other (three times slower beside Kiwi's own threads on two cores).
for _library in ("OPENBLAS", "OMP", "MKL", "VECLIB", "BLIS"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
