package cn.dangjian.organization.register.code;

import static cn.dangjian.organization.register.code.CodeRefusal.TABLE_UNKNOWN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reading the code tables, which are the same for everybody who has signed in. */
@Tag(name = "codes 编码")
@RestController
class CodeController {

    private final CodeTables tables;

    CodeController(CodeTables tables) {
        this.tables = tables;
    }

    /** What there is, without the codes. */
    record TableResponse(String table, String title, String standard, LocalDate checked, boolean verified, int codes) {}

    @Operation(summary = "The code tables and the standards that they are taken from")
    @GetMapping("/v1/codes")
    List<TableResponse> tables() {
        return tables.list().stream()
                .map(table -> new TableResponse(
                        table.table(),
                        table.title(),
                        table.standard(),
                        table.checked(),
                        table.verified(),
                        table.codes().size()))
                .toList();
    }

    @Operation(summary = "A code table (代码表) with its source")
    @GetMapping("/v1/codes/{table}")
    CodeTables.CodeTable table(@PathVariable String table) {
        return tables.find(table).orElseThrow(TABLE_UNKNOWN);
    }
}
