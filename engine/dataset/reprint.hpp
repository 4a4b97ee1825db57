// A new print in the place of an old one: what figure it would be there. How a place is read (language, unit, precision,
// rounding) is not kept by a dataset; it is recovered from the figure that stands there, as the first reading under which
// the old print gives the old figure.
#pragma once

#include <optional>
#include <string_view>

#include "engine/dataset/dataset.hpp"

namespace crossfoot {

// The text by which the figure at `node` is read: its print, or the value in the source where it is shown otherwise
// (`printed`). Nothing where no reading of either gives the figure back.
[[nodiscard]] std::optional<std::string> written_as(Dataset& dataset, NodeId node);

// The figure that `print` would be in the place of `node`, which is a figure. Nothing where the old one is missing or
// suppressed, where no reading gives it back, or where `print` is no figure of the same dimension. `dataset` gains units.
[[nodiscard]] std::optional<Figure> read_instead(Dataset& dataset, NodeId node, std::string_view print);

// The figure with `value` (base units) printed like the one at `node`: as many decimals, the same unit text, grouping and
// manner of signs; `value` is rounded to the last digit that print shows, ties away from zero. Nothing for missing,
// suppressed and qualified figures, and where the new print cannot be read back.
[[nodiscard]] std::optional<Figure> restyled(Dataset& dataset, NodeId node, const Rational& value);

}  // namespace crossfoot
