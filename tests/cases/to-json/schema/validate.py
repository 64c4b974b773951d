"""usage: validate.py SCHEMA WRONG FILE...

Each JSON document in each FILE (an object or array a line, or an indented
one) must be valid; each line of WRONG must not be.
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("the package python3-jsonschema is missing")

schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
count = 0


def values(path):
    """The JSON texts of a file, one behind the other; other text is none."""
    text = open(path, encoding="utf-8").read()
    decoder = json.JSONDecoder()
    at = 0
    while at < len(text) and text[at] in '{[':
        try:
            value, at = decoder.raw_decode(text, at)
        except ValueError:
            return
        at += 1
        if isinstance(value, dict) or (
                value and isinstance(value[0], dict)):
            yield value


for line in open(sys.argv[2], encoding="utf-8"):
    if validator.is_valid(json.loads(line)):
        print("valid, but should not be:", line, end="")
for path in sys.argv[3:]:
    for value in values(path):
        count += 1
        if not validator.is_valid(value):
            print(path, json.dumps(value, ensure_ascii=False)[:200])
if count < 40:
    print("only", count, "objects were found")
