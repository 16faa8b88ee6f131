"""What the folders of operations have in common."""

from importlib import import_module
from types import ModuleType

from athena._names import missing_in_athena, snake_case


class Category(ModuleType):
    """A folder with a file for each operation, which is loaded when it is first used."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"{self.__name__} has no {name}")
        operation = snake_case(name)
        if operation in self.__all__:
            return getattr(import_module(f"{self.__name__}.{operation}"), operation)
        raise AttributeError(missing_in_athena(self.__name__, name, self.__all__))

    def __setattr__(self, name, value):
        """Importing the file of an operation sets its name: the operation stands for its file."""
        if isinstance(value, ModuleType) and name in self.__all__:
            value = getattr(value, name)
        super().__setattr__(name, value)

    def __dir__(self):
        return sorted({*super().__dir__(), *self.__all__})
