#include "engine/dataset/table/table.hpp"

#include "engine/text/text_form.hpp"

namespace crossfoot {

std::optional<std::size_t> Table::column(std::string_view asked) const {
    const std::string normal = composed(std::string(asked));
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == normal) return i;
    return std::nullopt;
}

}  // namespace crossfoot
