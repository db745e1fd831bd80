"""交接: bags of cases between places, filled and counted with a scanner."""
