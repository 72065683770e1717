"""Every code a finding can have: stable, never used again for anything else; explained in `pages/`."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How bad a finding is: an error keeps a specification from compiling, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(NamedTuple):
    """A kind of finding."""

    id: str
    title: str
    severity: Severity = Severity.ERROR

    @property
    def url(self) -> str:
        """Where the code is explained, relative to the root of this project."""
        return f"docs/errors/{self.id}.md"


# Syntax
UNEXPECTED = Code("MF101", "something else was expected here")
UNCLOSED_STRING = Code("MF102", "a string that is not closed")
STRAY_CHARACTER = Code("MF103", "a character that means nothing here")
BAD_ESCAPE = Code("MF104", "an escape that JSON does not have")
BAD_NUMBER = Code("MF105", "a number that cannot be read")
UNCLOSED_BRACKET = Code("MF106", "a bracket that is not closed")
TOO_DEEP = Code("MF107", "nested too deeply")

# Names
UNKNOWN_NAME = Code("MF201", "a name that nothing declares")
DECLARED_TWICE = Code("MF202", "declared twice")
UNKNOWN_ARGUMENT = Code("MF203", "an argument that does not exist")
MISSING_DECLARATION = Code("MF204", "a declaration is missing")
UNKNOWN_ESTIMATOR = Code("MF205", "an estimator the catalog does not know")
MISSING_ARGUMENT = Code("MF206", "an argument is missing")
UNKNOWN_SETTING = Code("MF207", "a setting that does not exist")
UNKNOWN_FUNCTION = Code("MF208", "a source, splitter, distribution or transformer that does not exist")
UNKNOWN_SCORE = Code("MF209", "a scorer that does not exist")
RESERVED_NAME = Code("MF211", "a name the flow needs for itself")
BAD_TOURNAMENT_NAME = Code("MF212", "a tournament name that is not in CapWords")
CIRCULAR = Code("MF213", "a constant that depends on itself")
NO_INCLUDE = Code("MF220", "a file that cannot be included")
INCLUDE_CIRCLE = Code("MF221", "files that include each other")
NOT_INCLUDABLE = Code("MF222", "a declaration that an included file cannot have")

# Types and values
WRONG_TYPE = Code("MF301", "a value of the wrong type")
OUT_OF_RANGE = Code("MF302", "a value out of range")
NOT_COMPUTABLE = Code("MF303", "an expression without a usable value")
NOT_CONSTANT = Code("MF304", "a value that is known only when the flow runs")
EMPTY_VALUES = Code("MF305", "nothing to choose from")

# Combinations
WRONG_TASK = Code("MF401", "an estimator that cannot play the task")
WRONG_SCORE = Code("MF402", "a score that does not fit the task")
GRID_OVER_DRAW = Code("MF403", "a grid over something drawn at random")
SEARCH_NEEDED = Code("MF404", "a search is missing")
NO_EARLY_STOPPING = Code("MF405", "an estimator without early stopping")
STRATIFIED_REGRESSION = Code("MF406", "strata in a regression")
CONFLICT = Code("MF407", "two settings that contradict each other")
TARGET_COUNT = Code("MF410", "a number of targets that does not fit")
SECRET = Code("MF411", "a password in a specification")
NO_GROUP = Code("MF412", "a split by groups without a group")

# Targets
SHORT_TIMEOUT = Code("MF701", "a timeout that is too short for the target")
SCHEDULE_FORM = Code("MF702", "a schedule in the form of another target")

# Imports, looked at on request alone
NO_IMPORT = Code("MF451", "a Python path that cannot be imported")
NO_SUCH_PARAMETER = Code("MF452", "an argument that a Python object does not take")

# Not yet
NOT_SUPPORTED = Code("MF501", "part of the language, but not supported yet")

# Advice
UNSTRATIFIED = Code("MF601", "unstratified folds on a classification", Severity.WARNING)
ONLY_ONE = Code("MF602", "a tournament of one candidate", Severity.WARNING)
UNUSED = Code("MF603", "a name that nothing uses", Severity.WARNING)
TOO_MANY_DRAWS = Code("MF604", "more draws than the grid has points", Severity.WARNING)
SAME_CANDIDATE = Code("MF605", "a candidate declared twice", Severity.WARNING)
NO_STOPPING = Code("MF606", "thousands of iterations without early stopping", Severity.WARNING)
TOO_MANY_LEAVES = Code("MF607", "more leaves than the depth allows", Severity.WARNING)
TORN_GROUPS = Code("MF610", "groups that are torn apart", Severity.WARNING)
OUT_OF_ORDER = Code("MF611", "a future that is used to predict the past", Severity.WARNING)
NO_TIME = Code("MF612", "a split by time without a time", Severity.WARNING)
UNTAKEN_WEIGHTS = Code("MF613", "weights that a model does not take", Severity.WARNING)
UNORDERED = Code("MF614", "a query without an order", Severity.WARNING)
UNSCALED = Code("MF620", "a scale-sensitive model without a scaler", Severity.WARNING)
LINEAR_LAYERS = Code("MF621", "hidden layers that are linear", Severity.WARNING)

# Advice for targets
TOO_MANY_TASKS = Code("MF651", "more tasks than the target takes as it comes", Severity.WARNING)
NO_SCHEDULER = Code("MF652", "a schedule that nothing keeps", Severity.WARNING)
FILE_OUT_OF_REACH = Code("MF653", "data that the target cannot reach", Severity.WARNING)
NO_LIBRARIES = Code("MF654", "libraries that the target may not have", Severity.WARNING)

# Advice on comments
IDLE_IGNORE = Code("MF691", "an `ignore` comment that silences nothing", Severity.WARNING)

CODES: dict[str, Code] = {code.id: code for code in list(globals().values()) if isinstance(code, Code)}
