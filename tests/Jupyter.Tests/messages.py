"""What the Jupyter messaging protocol (5.5) says each message of a kernel must hold."""

TEXT, INTEGER, BOOLEAN, OBJECT, ARRAY = (str,), (int,), (bool,), (dict,), (list,)
BUNDLE = {"data": OBJECT, "metadata": OBJECT}
STATUS = {"status": TEXT}
ERROR = {"ename": TEXT, "evalue": TEXT, "traceback": ARRAY}

CONTENT = {
    "status": {"execution_state": TEXT},
    "stream": {"name": TEXT, "text": TEXT},
    "display_data": {**BUNDLE, "transient": OBJECT},
    "update_display_data": {**BUNDLE, "transient": OBJECT},
    "execute_input": {"code": TEXT, "execution_count": INTEGER},
    "execute_result": {**BUNDLE, "execution_count": INTEGER},
    "error": ERROR,
    "clear_output": {"wait": BOOLEAN},
    "iopub_welcome": {"subscription": TEXT},
    "comm_open": {"comm_id": TEXT, "target_name": TEXT, "data": OBJECT},
    "comm_msg": {"comm_id": TEXT, "data": OBJECT},
    "comm_close": {"comm_id": TEXT, "data": OBJECT},
    "input_request": {"prompt": TEXT, "password": BOOLEAN},
    "execute_reply": {**STATUS, "execution_count": INTEGER},
    "kernel_info_reply": {
        **STATUS, "protocol_version": TEXT, "implementation": TEXT, "implementation_version": TEXT,
        "language_info": OBJECT, "banner": TEXT, "help_links": ARRAY,
    },
    "complete_reply": {**STATUS, "matches": ARRAY, "cursor_start": INTEGER, "cursor_end": INTEGER, "metadata": OBJECT},
    "inspect_reply": {**STATUS, "found": BOOLEAN, **BUNDLE},
    "is_complete_reply": STATUS,
    "history_reply": {**STATUS, "history": ARRAY},
    "comm_info_reply": {**STATUS, "comms": OBJECT},
    "interrupt_reply": STATUS,
    "shutdown_reply": {**STATUS, "restart": BOOLEAN},
}
WITH_OK = {"execute_reply": {"user_expressions": OBJECT, "payload": ARRAY}}
HEADER = ["msg_id", "msg_type", "username", "session", "date", "version"]
STATES = ["starting", "busy", "idle"]
seen_ids = set()


def violations(message):
    """What is wrong with a message, in words; nothing for a good one."""
    kind, content = message["msg_type"], message["content"]
    wrong = [f"{kind}: header lacks {name}" for name in HEADER if name not in message["header"]]
    if message["header"]["msg_id"] + kind in seen_ids and kind not in ("iopub_welcome",):
        wrong.append(f"{kind}: msg_id used twice")
    # Two clients of one process see the same broadcast, so iopub ids count per client: only replies must be new.
    if kind.endswith("_reply"):
        seen_ids.add(message["header"]["msg_id"] + kind)
    if kind.endswith("_reply") and content.get("status") == "error":
        fields = {**STATUS, **ERROR}
        if kind == "execute_reply":
            fields["execution_count"] = INTEGER
    else:
        fields = dict(CONTENT.get(kind) or {})
        if kind not in CONTENT:
            wrong.append(f"{kind}: no such message")
        if content.get("status") == "aborted":
            fields = {**STATUS, "execution_count": INTEGER}
        elif content.get("status") == "ok":
            fields.update(WITH_OK.get(kind, {}))
    for name, types in fields.items():
        if name not in content:
            wrong.append(f"{kind}: lacks {name}")
        elif type(content[name]) not in types:
            wrong.append(f"{kind}: {name} is a {type(content[name]).__name__}")
    if kind == "status" and content["execution_state"] not in STATES:
        wrong.append(f"status: {content['execution_state']}")
    if kind in ("execute_result", "display_data", "update_display_data"):
        if "text/plain" not in content["data"]:
            wrong.append(f"{kind}: no text/plain")
        for mime, value in content["data"].items():
            if ";" in mime:
                wrong.append(f"{kind}: the key {mime} has parameters")
            if not mime.endswith("json") and type(value) is not str:
                wrong.append(f"{kind}: {mime} is a {type(value).__name__}")
    if kind == "history_reply":
        wrong += [f"history: {entry}" for entry in content.get("history", [])
                  if not (type(entry[0]) is int and type(entry[1]) is int and len(entry) == 3)]
    return wrong
