package cn.dangjian.platform.cases.next;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what is to be done. */
@Tag(name = "cases 案卷")
@RestController
class OpenCaseController {

    private final OpenCases cases;

    OpenCaseController(OpenCases cases) {
        this.cases = cases;
    }

    @Operation(summary = "Open cases: what is next, by whom, and what is late; what is due first comes first (待办)")
    @GetMapping("/v1/cases")
    Page<OpenCase> cases(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean late,
            Slice slice,
            Desk desk) {
        return cases.list(mine, late, slice, desk);
    }
}
