package cn.dangjian.member.person.duplicate;

import cn.dangjian.member.person.duplicate.AskNumber.NumberAnswer;
import cn.dangjian.member.person.duplicate.AskNumber.QuestionRequest;
import cn.dangjian.member.person.duplicate.DuplicateQueries.Twin;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files that may be of one person. */
@Tag(name = "duplicates 查重")
@RestController
class DuplicateController {

    private final AskNumber askNumber;
    private final DuplicateQueries queries;

    DuplicateController(AskNumber askNumber, DuplicateQueries queries) {
        this.askNumber = askNumber;
        this.queries = queries;
    }

    /** What two files have in common. */
    enum Same {
        /** The identity number: one person. */
        NUMBER,
        /** Name and birth day, and not the number: perhaps one person. */
        NAME
    }

    @Operation(
            summary = "Whether somebody whose name and number are known has a file anywhere in the province (跨区域查重)",
            description = "For townships and above. A wrong name is answered as an unknown number is. Each question is"
                    + " written down with its purpose; an account has so many in 24 hours.")
    @PostMapping("/v1/number-questions")
    NumberAnswer ask(@Valid @RequestBody QuestionRequest request, Desk desk) {
        return askNumber.ask(request, desk);
    }

    @Operation(
            summary = "Files that may be of one person, of which the caller sees at least two (重复档案)",
            description = "By number it is one person; by name and birth day it may be, and people look.")
    @GetMapping("/v1/duplicates")
    Page<Twin> duplicates(@RequestParam(defaultValue = "NUMBER") Same same, Slice slice, Desk desk) {
        var last = Cursor.parse(slice.cursor(), 1);
        long after = last == null ? 0 : last.number(0);
        return slice.page(
                switch (same) {
                    case NUMBER -> queries.listByNumber(after, slice.rows(), desk.scope());
                    case NAME -> queries.listByName(after, slice.rows(), desk.scope());
                },
                twin -> Cursor.of(twin.id()));
    }
}
