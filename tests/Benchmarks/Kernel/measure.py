"""Measures two Jupyter kernels side by side, in turns, through jupyter_client. Prints one JSON object.

Usage: measure.py ROUNDS   (JUPYTER_PATH names a folder with the kernelspec of the C# kernel)
"""

import json
import statistics
import sys
import time

from jupyter_client import KernelManager

TIMEOUT = 120
PAUSES = 6
CELLS = [300, 1000]
KERNELS = {
    "ours": {
        "name": ".net-csharp", "print": "Console.WriteLine(1)", "cell": "var x{0} = {0}; x{0} + 1",
        "setup": 'var text = "abc";', "complete": ["text.Sub", "Console.Wri", "Math.Ro"],
    },
    "ipykernel": {
        "name": "python3", "print": "print(1)", "cell": "x{0} = {0}; x{0} + 1",
        "setup": "import os, math; text = 'abc'", "complete": ["text.spl", "os.path.jo", "math.flo"],
    },
}


def start(kernel):
    """A kernel, and the seconds from its start to the reply with its first result."""
    manager = KernelManager(kernel_name=kernel["name"])
    began = time.perf_counter()
    manager.start_kernel()
    client = manager.blocking_client()
    client.start_channels()
    wait(client, client.execute("1+1"))
    took = time.perf_counter() - began
    client.wait_for_ready(timeout=TIMEOUT)  # ipykernel's iopub loses what it says before it is heard
    return manager, client, took


def stop(manager, client):
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def wait(client, msg_id):
    while True:
        reply = client.get_shell_msg(timeout=TIMEOUT)
        if reply["parent_header"].get("msg_id") == msg_id:
            assert reply["content"]["status"] == "ok", reply["content"]
            return reply["content"]


def run(client, code):
    """Seconds from the request to the idle after its last output."""
    began = time.perf_counter()
    msg_id = client.execute(code)
    wait(client, msg_id)
    while True:
        message = client.get_iopub_msg(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") == msg_id and message["content"].get("execution_state") == "idle":
            return time.perf_counter() - began


def complete(client, code):
    began = time.perf_counter()
    content = wait(client, client.complete(code))
    took = time.perf_counter() - began
    assert content["matches"], f"no completion of {code}"
    return took


def in_turns(running, times, cells, completions):
    """Ten cells and three completions of each kernel, then of the other, twenty times."""
    for _ in range(20):
        for who, (_, client) in running.items():
            times[who][cells] += [run(client, "1+1") for _ in range(10)]
            times[who][completions] += [complete(client, code) for code in KERNELS[who]["complete"]]


def work_and_pause(running):
    """A session as a person has it, with pauses to read and write: in them .NET compiles anew what it runs often."""
    for _ in range(PAUSES):
        for who, (_, client) in running.items():
            for _ in range(30):
                run(client, "1+1")
            for code in KERNELS[who]["complete"] * 3:
                complete(client, code)
        time.sleep(1)


def memory(manager):
    """Resident megabytes of the kernel's process."""
    with open(f"/proc/{manager.provisioner.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def main():
    rounds = int(sys.argv[1])
    times = {who: {what: [] for what in ["start", "fresh", "fresh_complete", "warm", "complete"]} for who in KERNELS}
    sizes = {who: {} for who in KERNELS}
    for _ in range(rounds):
        for who, kernel in KERNELS.items():
            manager, client, took = start(kernel)
            times[who]["start"].append(took)
            stop(manager, client)
    running = {who: start(kernel)[:2] for who, kernel in KERNELS.items()}
    for who, (_, client) in running.items():
        run(client, KERNELS[who]["setup"])
        for _ in range(30):
            run(client, "1+1")
        for code in KERNELS[who]["complete"] * 5:
            complete(client, code)
    in_turns(running, times, "fresh", "fresh_complete")
    work_and_pause(running)
    in_turns(running, times, "warm", "complete")
    for manager, client in running.values():
        stop(manager, client)
    for who, kernel in KERNELS.items():
        manager, client, _ = start(kernel)
        for i in range(1, max(CELLS) + 1):
            run(client, kernel["cell"].format(i))
            if i in CELLS:
                sizes[who][str(i)] = memory(manager)
        stop(manager, client)
    print(json.dumps({who: {
        **{what: statistics.median(values) for what, values in times[who].items()}, "memory": sizes[who],
    } for who in KERNELS}))


main()
