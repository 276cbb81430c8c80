"""The plugin in README.md builds, is listed and does what it says, from the two code blocks as they stand."""

import json
import re
import subprocess

from conftest import SOURCE, attache


def block(language):
    return re.search(rf"```{language}\n(.*?)```", (SOURCE / "README.md").read_text(encoding="utf-8"), re.S).group(1)


def test_the_plugin_of_the_readme(tmp_path):
    (tmp_path / "plugin.cpp").write_text(block("cpp"))
    (tmp_path / "plugin.toml").write_text(block("toml"))
    (tmp_path / "CMakeLists.txt").write_text(
        f"""
        cmake_minimum_required(VERSION 3.25)
        project(count_words LANGUAGES C CXX)
        set(CMAKE_CXX_STANDARD 20)
        add_library(attache::sdk INTERFACE IMPORTED)
        target_include_directories(attache::sdk INTERFACE {SOURCE}/core/include)
        include({SOURCE}/core/cmake/AttachePlugin.cmake)
        attache_add_plugin(count_words SOURCES plugin.cpp)
        """
    )
    subprocess.run(["cmake", "-G", "Ninja", "-B", "build", "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror"], cwd=tmp_path, check=True)
    subprocess.run(["cmake", "--build", "build"], cwd=tmp_path, check=True)
    (tmp_path / "config.toml").write_text(
        '[[stage]]\nname = "all"\nplugins = ["jsonl", "count_words"]\n[plugin.count_words]\nword = "pact"\n'
    )
    record = json.dumps({"id": "1", "text": "A pact is a pact."})
    done = attache("stream", tmp_path / "config.toml", "--plugin-path", tmp_path / "build/plugins", input=record)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["made_by"] == {"keyword": "count_words 1.0.0"}
    done = attache("inspect", "count_words", "--plugin-path", tmp_path / "build/plugins")
    assert 'word = "treaty"' in done.stdout
