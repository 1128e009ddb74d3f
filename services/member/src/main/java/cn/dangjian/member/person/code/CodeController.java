package cn.dangjian.member.person.code;

import static cn.dangjian.member.person.code.CodeRefusal.TABLE_UNKNOWN;

import cn.dangjian.platform.web.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reading the code tables, which are the same for everybody who acts from a post. */
@Tag(name = "codes 编码")
@RestController
class CodeController {

    private final Codes codes;

    CodeController(Codes codes) {
        this.codes = codes;
    }

    /** What there is, without the codes. */
    record TableResponse(
            String table,
            String title,
            String english,
            String standard,
            LocalDate since,
            LocalDate checked,
            int codes) {}

    @Operation(summary = "The code tables of a member's file and the standards that they are taken from")
    @GetMapping("/v1/codes")
    List<TableResponse> tables(Caller caller) {
        return codes.tables().stream()
                .map(table -> new TableResponse(
                        table.table(),
                        table.title(),
                        table.english(),
                        table.standard(),
                        table.since(),
                        table.checked(),
                        table.codes().size()))
                .toList();
    }

    @Operation(summary = "A code table (代码表) of a member's file with its source")
    @GetMapping("/v1/codes/{table}")
    CodeTable table(@PathVariable String table, Caller caller) {
        return codes.table(table).orElseThrow(TABLE_UNKNOWN);
    }
}
