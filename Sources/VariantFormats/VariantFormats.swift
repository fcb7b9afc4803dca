internal import CHTSlib
