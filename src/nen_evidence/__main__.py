"""``python -m nen_evidence`` is the ``nen-evidence`` command."""

from .cli import main

main()
