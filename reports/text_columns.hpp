// Rows of cells as columns of text, each as wide as its widest cell but for the last and for what exceeds a limit.
#pragma once

#include <string>
#include <vector>

namespace crossfoot::reports {

class Columns {
public:
    // Cells are shown on one line, whatever they hold (cells.hpp).
    void add(std::vector<std::string> row);
    // Each row is a line that begins with two spaces and ends with its last cell; a cell that exceeds the limit ends a line, too,
    // and the row goes on below, in its columns.
    void append_to(std::string& out) const;

private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace crossfoot::reports
