"""The other side of `test_apart.py`: a process that never comes to an end of its second task."""

from workshops import apart

tasks = 0


def answer(task: bytes) -> bytes:
    """Gives the first task back."""
    global tasks
    tasks += 1
    while tasks > 1:
        pass
    return task


if __name__ == "__main__":
    apart.serve(answer, memory=300 * 1024**2, cpu_seconds=1)
