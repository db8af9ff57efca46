"""Where the frozen program begins. The suggester's child process starts here too, and goes no further than main."""

from desktop_app.cli import main

if __name__ == "__main__":
    main()  # begins with multiprocessing.freeze_support(), which the child needs
