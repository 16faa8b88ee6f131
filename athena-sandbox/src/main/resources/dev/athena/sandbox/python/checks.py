def check(source):
    return {"syntax_error": None, "findings": []}
