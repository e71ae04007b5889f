"""Puts the program into the wheel, and says which machines the wheel is for."""

import os

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ProgramHook(BuildHookInterface):
    """Installs the program as a script, so that it is started without Python."""

    def initialize(self, version, build_data):
        program = os.environ["HYPECHECK_PROGRAM"]
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{os.environ['HYPECHECK_PLATFORM']}"
        build_data["shared_scripts"][program] = program
