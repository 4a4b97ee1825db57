#include "engine/reasoning/repairable.hpp"

#include <algorithm>

namespace crossfoot::reasoning {

std::vector<NodeId> repairable(Rechecker& rechecker, InstanceId instance) {
    std::vector<NodeId> out = rechecker.instances()[instance].figures;
    const Statement statement = rechecker.statement(instance);
    std::erase_if(out, [&](NodeId each) {
        return std::binary_search(statement.keys.begin(), statement.keys.end(), each) &&
               !std::binary_search(statement.figures.begin(), statement.figures.end(), each);
    });
    return out;
}

}  // namespace crossfoot::reasoning
