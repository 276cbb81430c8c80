// The order of the spool: keyphrases, then the reports of `timeline::key_of`, then passages.
#pragma once

namespace briefing {

constexpr char phrase_mark = '1';
constexpr char passage_mark = '3';

}  // namespace briefing
