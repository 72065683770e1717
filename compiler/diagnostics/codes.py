"""The codes of findings. A code is stable and never reused for anything else; `pages/` explains each."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """The severity of a finding: a specification with an error does not compile."""

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
UNEXPECTED = Code("MF101", "unexpected syntax")
UNCLOSED_STRING = Code("MF102", "unclosed string")
STRAY_CHARACTER = Code("MF103", "unexpected character")
BAD_ESCAPE = Code("MF104", "invalid escape")
BAD_NUMBER = Code("MF105", "invalid number")
UNCLOSED_BRACKET = Code("MF106", "unbalanced bracket")
TOO_DEEP = Code("MF107", "nested too deeply or too long")

# Names
UNKNOWN_NAME = Code("MF201", "unknown name")
DECLARED_TWICE = Code("MF202", "declared more than once")
UNKNOWN_ARGUMENT = Code("MF203", "unknown argument")
MISSING_DECLARATION = Code("MF204", "missing declaration")
UNKNOWN_ESTIMATOR = Code("MF205", "unknown estimator")
MISSING_ARGUMENT = Code("MF206", "missing argument")
UNKNOWN_SETTING = Code("MF207", "unknown setting")
UNKNOWN_FUNCTION = Code("MF208", "unknown source, splitter, distribution or transformer")
UNKNOWN_SCORE = Code("MF209", "unknown scorer")
RESERVED_NAME = Code("MF211", "reserved name")
BAD_TOURNAMENT_NAME = Code("MF212", "tournament name not in CapWords")
CIRCULAR = Code("MF213", "constant that depends on itself")
NO_INCLUDE = Code("MF220", "included file that cannot be read")
INCLUDE_CIRCLE = Code("MF221", "circular include")
NOT_INCLUDABLE = Code("MF222", "declaration not allowed in an included file")

# Types and values
WRONG_TYPE = Code("MF301", "value of the wrong type")
OUT_OF_RANGE = Code("MF302", "value out of range")
NOT_COMPUTABLE = Code("MF303", "expression without a usable value")
NOT_CONSTANT = Code("MF304", "value not known at compile time")
EMPTY_VALUES = Code("MF305", "no values to choose from")

# Combinations
WRONG_TASK = Code("MF401", "estimator does not support the task")
WRONG_SCORE = Code("MF402", "score does not fit the task")
GRID_OVER_DRAW = Code("MF403", "grid over a random draw")
SEARCH_NEEDED = Code("MF404", "missing search")
NO_EARLY_STOPPING = Code("MF405", "estimator without early stopping")
STRATIFIED_REGRESSION = Code("MF406", "stratification in a regression")
CONFLICT = Code("MF407", "conflicting settings")
TARGET_COUNT = Code("MF410", "unsupported number of targets")
SECRET = Code("MF411", "password in a specification")
NO_GROUP = Code("MF412", "split by group without a group column")
TOO_MANY_FITS = Code("MF420", "too many fits")
TOO_FEW_MEMBERS = Code("MF431", "more members than candidates")
NO_PROBABILITIES = Code("MF432", "model without the probabilities that are needed")

# Targets
SHORT_TIMEOUT = Code("MF701", "timeout too short for the target")
SCHEDULE_FORM = Code("MF702", "schedule in the wrong form for the target")

# Imports, looked at on request alone
NO_IMPORT = Code("MF451", "Python path that cannot be imported")
NO_SUCH_PARAMETER = Code("MF452", "argument not accepted by a Python object")

# Not yet
NOT_SUPPORTED = Code("MF501", "not supported yet")

# Advice
UNSTRATIFIED = Code("MF601", "unstratified folds in a classification", Severity.WARNING)
ONLY_ONE = Code("MF602", "only one candidate", Severity.WARNING)
UNUSED = Code("MF603", "unused name", Severity.WARNING)
TOO_MANY_DRAWS = Code("MF604", "more draws than candidates", Severity.WARNING)
SAME_CANDIDATE = Code("MF605", "duplicate candidate", Severity.WARNING)
NO_STOPPING = Code("MF606", "many iterations without early stopping", Severity.WARNING)
TOO_MANY_LEAVES = Code("MF607", "more leaves than the depth allows", Severity.WARNING)
TOO_FEW_TO_SPLIT = Code("MF608", "too few rows for a tree to split", Severity.WARNING)
TORN_GROUPS = Code("MF610", "groups on both sides of a split", Severity.WARNING)
OUT_OF_ORDER = Code("MF611", "later rows used to predict earlier ones", Severity.WARNING)
NO_TIME = Code("MF612", "split by time without a time column", Severity.WARNING)
UNTAKEN_WEIGHTS = Code("MF613", "sample weights not supported by a model", Severity.WARNING)
UNORDERED = Code("MF614", "query without an order", Severity.WARNING)
UNNAMED_POSITIVE = Code("MF615", "score without a declared positive class", Severity.WARNING)
NO_FILE = Code("MF616", "data file that cannot be read", Severity.WARNING)
REPEATED_COLUMN = Code("MF617", "repeated column name", Severity.WARNING)
SMALL_RACE = Code("MF618", "race of few candidates", Severity.WARNING)
ONE_SIDED_THRESHOLD = Code("MF619", "threshold by precision or recall alone", Severity.WARNING)
UNSCALED = Code("MF620", "scale-sensitive model without a scaler", Severity.WARNING)
LINEAR_LAYERS = Code("MF621", "linear hidden layers", Severity.WARNING)
REFUSED_CANDIDATES = Code("MF622", "candidates that would fail", Severity.WARNING)
MANY_FITS = Code("MF630", "more than 10,000 fits", Severity.WARNING)
LONE_MEMBER = Code("MF641", "ensemble with only one member", Severity.WARNING)
LOOSE_STACK = Code("MF642", "stack of many members with little penalty", Severity.WARNING)

# Advice for targets
TOO_MANY_TASKS = Code("MF651", "more tasks than the target handles by default", Severity.WARNING)
NO_SCHEDULER = Code("MF652", "schedule that the target ignores", Severity.WARNING)
FILE_OUT_OF_REACH = Code("MF653", "data that the target cannot reach", Severity.WARNING)
NO_LIBRARIES = Code("MF654", "libraries that the target may not have", Severity.WARNING)

# Advice on the text
HIDDEN = Code("MF690", "invisible or misleading character", Severity.WARNING)
IDLE_IGNORE = Code("MF691", "unused `ignore` comment", Severity.WARNING)

CODES: dict[str, Code] = {code.id: code for code in list(globals().values()) if isinstance(code, Code)}
