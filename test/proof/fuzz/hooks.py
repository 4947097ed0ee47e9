"""Bodies that schemathesis cannot write by itself."""

import schemathesis


@schemathesis.serializer("message/rfc822")
def written(context, value):
    """A message as it stands, whatever it is."""
    if isinstance(value, bytes):
        return value
    return str(value).encode(errors="replace")
