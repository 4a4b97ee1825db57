// A large table of a dataset: CSV files beside the TOML, with what `[tables.NAME]` declares of them. A table of few
// rows is read into the tree when the dataset is loaded. A larger one is *streamed*: only its declaration is kept, and
// each run reads its rows block by block (table_scan.hpp), so that memory does not grow with the number of rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/markers.hpp"
#include "engine/dataset/table/layout.hpp"
#include "engine/dataset/table/table_file.hpp"
#include "engine/quantity/numeral.hpp"
#include "engine/text/source.hpp"

namespace crossfoot {

enum class ColumnKind : std::uint8_t { text, date, figure };

struct TableColumn {
    std::string name;       // in normal form C
    std::uint32_t key = 0;  // of the dataset's keys
    ColumnKind kind = ColumnKind::text;
    bool whole = false;    // "count": the printed number must be whole
    bool optional = false; // a part may lack it: missing there
    Reading reading;       // how a cell is read; the table's `widths` are put in where it is read
    std::string declared;  // "0,1 %": what messages show
    Span span;             // the declaration
};

// One CSV file of a table.
struct TablePart {
    TablePart(const std::string& path, std::string shown, FileId held, bool keep_open = true)
        : name(std::move(shown)), source(held), file(path, keep_open) {}
    std::string name;         // to show it: relative to the dataset directory
    FileId source = kNoFile;  // its lines that are held, as an excerpt
    table::OwnFile file;      // what all who read it share
    table::Footer footer;     // where its rows end, where the table declares a footer
};

struct Table {
    std::string name;
    std::uint32_t rows = 0;            // the node of its array
    std::uint32_t prototype = 0;       // a row with a value of each column's kind, for binding; no row of the table
    std::vector<TableColumn> columns;  // by key
    std::vector<TablePart> parts;
    std::string directory;             // all of whose CSV files are the parts; empty where the table is one file
    char separator = ',';
    table::Layout layout;
    loading::Markers markers;
    std::map<std::string, Rational> widths;  // of qualifiers
    Span span;                               // the declaration
    bool streamed = false;                   // its rows are not in the tree

    // The place of a declared column, whatever the form of the letters; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view asked) const;
};

}  // namespace crossfoot
