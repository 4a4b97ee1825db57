// A list of names as code words: "`a`, `b`".
#pragma once

#include <string>
#include <vector>

namespace crossfoot {

[[nodiscard]] inline std::string code_words(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "`" : ", `") + word + "`";
    return out;
}

}  // namespace crossfoot
