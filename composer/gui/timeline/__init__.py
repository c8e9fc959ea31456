"""The dossier in time, with the peildatum as a line to drag."""
