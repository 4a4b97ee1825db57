// The meaning of a print: the table of page 1.1, row by row.
#pragma once

#include <optional>

#include "engine/quantity/lexicon.hpp"
#include "engine/quantity/numeral.hpp"
#include "engine/quantity/printed_number.hpp"

namespace crossfoot {

// A print as it was understood, units resolved, before it means anything.
struct Understood {
    enum class Form : std::uint8_t { number, fraction, range } form = Form::number;
    PrintedNumber number;             // of a range, its lower end
    PrintedNumber upper;              // of a range
    bool negative = false;            // of the number
    bool upper_negative = false;
    const Lead* qualifier = nullptr;  // of a number or fraction
    bool approximate = false;         // "une dizaine": the number itself is meant widely
    bool falls = false;               // a direction word negates the whole
    UnitId unit = 0;
    UnitId lower_unit = 0;            // of a range whose lower end has its own scale word; else the same as `unit`
};

// The figure without its `printed`. Nothing for a range whose ends are the wrong way round.
[[nodiscard]] std::optional<Figure> denote(const Understood& print, const Reading& reading, const Units& units);

}  // namespace crossfoot
