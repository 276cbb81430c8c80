"""Our models trained without the held-out documents, which those that ship have learned from."""

import shutil
import subprocess


def plugin_path(recipe, held_out, data, release, folder):
    """A folder for --plugin-path: a copy of the plugin as built in release, with a model of the recipe."""
    model = trained(recipe, held_out, data, release, folder / f"{recipe.stem}.model")
    path = folder / recipe.stem
    shutil.rmtree(path, ignore_errors=True)
    # No links: a plugin looks for its model beside where its library really is.
    shutil.copytree(release / "plugins" / "entities", path / "entities", ignore=shutil.ignore_patterns("*.model"))
    shutil.copy(model, path / "entities" / "default.model")
    return path


def trained(recipe, held_out, data, release, model):
    """The model, made anew where something that makes it is younger."""
    trainer = release / "attache-train"
    makers = [recipe, trainer, *held_out.parent.glob("*.tsv"), *release.glob("plugins/entities/*.tsv"),
              release / "plugins" / "sentences" / "language.toml"]
    if not model.exists() or model.stat().st_mtime < max(maker.stat().st_mtime for maker in makers):
        print(f"training {model.name} without the held-out documents, which takes minutes", flush=True)
        subprocess.run([trainer, recipe, "--data", data, "--held-out", held_out, "-o", model], check=True)
    return model
