"""The journal folded into tables that screens read; each module knows one sort of stream."""
