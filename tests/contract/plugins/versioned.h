// A library of which two plugins link two versions.
#pragma once
int library_version();
