"""便民服务工作台: the desktop program of a Chinese service counter. Nothing here but the version."""

__version__ = "0.1.0"
