// Mentions that cannot stand beside each other as they are: one name of two types, two names taken for one, one for
// two.
#pragma once

#include <span>
#include <vector>

#include "gazetteer.h"
#include "mention.h"
#include "words.h"

namespace entities {

/// A name of two words or more is one thing in a document: of its types that counts which is found more often and more
/// surely.
void agree_on_long_names(const Words& words, std::vector<Mention>& mentions);

/// "Security Council of the United Nations": where the gazetteer knows both, they are two names.
void split_organs(const Words& words, const Gazetteer& gazetteer, std::vector<Mention>& mentions);

/// "China-Central Asia Summit", "Greek Foreign Ministry", "Salah ad Din Province": of two names side by side the rules
/// may know that they are one.
void join_names(const Words& words, std::span<const Mention> guesses, std::vector<Mention>& mentions);

}  // namespace entities
