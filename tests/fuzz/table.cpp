// Any bytes as the file of a table, in any layout: no crash, and the rows do not depend on the size of the blocks. The first
// four bytes choose the layout, the rest is the file.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "tests/dataset/table_reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace crossfoot;
    constexpr std::size_t kChoices = 4;
    if (size < kChoices) return 0;
    table::Layout layout;
    layout.encoding = static_cast<table::Encoding>(data[0] % 4U);
    layout.skip = data[1] % 4U;
    layout.header = 1U + data[1] / 4U % 3U;
    layout.blank = data[2] % 2U == 1;
    if (data[2] / 2U % 3U == 1) layout.footer_text = "Source";
    else layout.footer_lines = data[2] / 2U % 3U;
    const char separator = ",;|\t"[data[3] % 4U];
    const std::filesystem::path directory = std::filesystem::temp_directory_path() / ("crossfoot-fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directory(directory);
    const std::string text(reinterpret_cast<const char*>(data) + kChoices, size - kChoices);
    const Table table = testing::table_of(directory, {text}, separator, layout);
    const testing::ReadAs whole = testing::read_with_blocks(table, 1U << 19U), small = testing::read_with_blocks(table, 5);
    std::filesystem::remove_all(directory);
    if (whole.rows != small.rows) std::abort();
    return 0;
}
