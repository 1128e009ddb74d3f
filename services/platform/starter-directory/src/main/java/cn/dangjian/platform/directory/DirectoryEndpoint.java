package cn.dangjian.platform.directory;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** How far this service has heard of the tree: equal figures in two services mean equal directories. */
@Endpoint(id = "directory")
class DirectoryEndpoint {

    private final UnitTable units;

    DirectoryEndpoint(UnitTable units) {
        this.units = units;
    }

    @ReadOperation
    UnitTable.Heard heard() {
        return units.heard();
    }
}
