"""The comparison as a table to read."""

AIMS = (("spaCy sm", 100), ("CoreNLP 3class", 50))  # how many times our processor time a peer is to take at least


def show_scores(result):
    sets = result["scores"].values()
    rows = [["", *result["scores"]], ["documents", *(str(scored["documents"]) for scored in sets)]]
    for name in next(iter(sets))["taggers"]:
        rows.append([name, *(with_interval("{:.1f}", scored["taggers"][name]["f1"], scored["taggers"][name]["interval"])
                             for scored in sets)])
    table(rows + lead([scored["lead"] for scored in sets if "lead" in scored]))
    print(f"\nPart {result['part']} of the held-out documents.\n"
          "F1 on exact spans of PER, LOC and ORG; a peer's is the better of with and without --norm. In brackets, the\n"
          "middle 95 % over 1,000 bootstrap resamples of the documents; level if zero is in it.\n", flush=True)


def lead(leads):
    """Rows of how far ours is ahead, set by set; none without peers."""
    return leads and [["lead of Attaché", *(with_interval("{:+.1f}", lead["by"], lead["interval"]) for lead in leads)],
                      ["over the best peer", *(lead["over"] for lead in leads)],
                      ["so it is", *(lead["verdict"] for lead in leads)]]


def with_interval(form, value, interval):
    low, high = map(form.format, interval)
    return f"{form.format(value)} [{low}, {high}]"


def show_costs(costs):
    """By kind of text: names stand closer to each other in an encyclopedia than in a newspaper, and cost us more there."""
    for kind, of_kind in costs.items():
        rows = [[kind, "CPU s/MB", "measured on", "start-up", "peak memory"]]
        rows += [[name, f"{cost['cpu_per_mb']:.3f}", f"{cost['mb']:.0f} MB", f"{1000 * cost['start']:.0f} ms",
                  f"{cost['memory']:.0f} MB"] for name, cost in of_kind.items()]
        table(rows)
        show_aims(of_kind)
        print()
    print("One core; the whole process, documents in and names out, less its start over one tiny document. Ours is\n"
          "`attache stream`, which does what the peers' programs do; `attache run` also keeps a store and a record.")


def show_aims(costs):
    ours = costs["Attaché"]
    for peer, aim in AIMS:
        if peer not in costs:
            print(f"{peer} was not measured; aim: at least {aim} times our processor time")
            continue
        ratio = costs[peer]["cpu_per_mb"] / ours["cpu_per_mb"]
        print(f"{peer} takes {ratio:.0f} times our processor time; aim: at least {aim}{verdict(ratio >= aim)}")
    print(f"start-up {1000 * ours['start']:.0f} ms; aim: under 50 ms{verdict(ours['start'] < 0.05)}")
    print(f"memory {ours['memory']:.0f} MB; aim: under 100 MB{verdict(ours['memory'] < 100)}")


def verdict(reached):
    return "" if reached else " — missed"


def table(rows):
    """The first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]))
