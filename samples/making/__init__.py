"""The parts of make_sample.py: formats first (markup, pdf, office, mail, scan), then the study and its documents."""
