// toml++'s nodes and tables by name only; its header is too large to be read by every file.
#pragma once

namespace toml {
inline namespace v3 {
class node;
class table;
}  // namespace v3
}  // namespace toml
