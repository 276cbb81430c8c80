// What a document speaks of, and how likely a summary tells it.
//
// A summary is to cover the most of it: Filatova and Hatzivassiloglou, "A formal model for information selection in
// multi-sentence text extraction", COLING 2004; with pairs of words as concepts, Gillick and Favre, "A scalable global
// model for summarization", ILP for NLP 2009. What a concept is worth is learned: the probability that a summary made
// by a person tells it, as in Li, Qian and Liu, "Using supervised bigram-based ILP for extractive summarization", ACL
// 2013.
#pragma once

#include <cstdint>
#include <vector>

#include "evidence.h"

namespace summarize {

/// Of each concept: the probability that it is told; 0 if no sentence tells it.
std::vector<double> weights_of(const Evidence& evidence);

}  // namespace summarize
