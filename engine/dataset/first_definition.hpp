// Where a key that one TOML file defines twice was defined first; the parser names only the second place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/source.hpp"

namespace crossfoot::loading {

struct TwiceDefined {
    std::string key;   // as written the second time
    Span again;
    Span first;
};

// `offset`: where the parser stopped, in or just after the line of the second definition; `description`: all
// its words. Nothing where the first place cannot be told (inside one inline table).
[[nodiscard]] std::optional<TwiceDefined> first_definition(FileId id, const SourceFile& source, std::uint32_t offset,
                                                           std::string_view description);

}  // namespace crossfoot::loading
