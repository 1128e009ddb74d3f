package cn.dangjian.member.person.search;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.search.SearchQueries.Found;
import cn.dangjian.member.person.search.SearchQueries.Named;
import cn.dangjian.member.person.search.SearchQueries.Place;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of persons. */
@Tag(name = "members 党员档案")
@RestController
class SearchController {

    private final SearchQueries queries;
    private final FindByNumber findByNumber;

    SearchController(SearchQueries queries, FindByNumber findByNumber) {
        this.queries = queries;
        this.findByNumber = findByNumber;
    }

    /**
     * @param name the whole, its beginning, or its initials
     * @param number the whole one
     */
    record SearchRequest(
            @Nullable @Size(min = 1, max = 50) @Stripped String name,
            @Nullable @Size(max = 32) String number,
            @Nullable UnitId unit,
            @Nullable Status status,
            @Nullable MemberClass memberClass,
            @Nullable Boolean lost) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "SearchRequest[]";
        }
    }

    @Operation(summary = "Persons of a unit and below it, in the order of the tree and of their names")
    @GetMapping("/v1/members")
    Page<Found> list(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable MemberClass memberClass,
            @RequestParam(required = false) @Nullable Boolean lost,
            Slice slice,
            Desk desk) {
        return inTree(new Filter(status, memberClass, lost), slice, scope(unit, desk));
    }

    @Operation(
            summary = "Search persons by name, initials or number (查找)",
            description =
                    "A body, and not a query: addresses are written to logs, and names and numbers are not. By number"
                            + " for posts that may read numbers, and written down.")
    @PostMapping("/v1/member-searches")
    Page<Found> search(@Valid @RequestBody SearchRequest request, Slice slice, Desk desk) {
        var scope = scope(request.unit(), desk);
        var filter = new Filter(request.status(), request.memberClass(), request.lost());
        if (request.number() != null) return new Page<>(findByNumber.find(request.number(), scope, desk), null);
        if (request.name() == null) return inTree(filter, slice, scope);
        var last = Cursor.parse(slice.cursor(), 2);
        var after = last == null ? new Named("", 0) : new Named(last.string(0), last.number(1));
        boolean latin = request.name().chars().allMatch(c -> c < 128);
        return slice.page(
                queries.named(request.name(), filter, after, slice.rows(), scope),
                found -> Cursor.of(latin ? found.initials() : found.name(), found.id()));
    }

    private Page<Found> inTree(Filter filter, Slice slice, Scope scope) {
        var last = Cursor.parse(slice.cursor(), 3);
        var after = last == null ? Place.START : new Place(last.string(0), last.string(1), last.number(2));
        return slice.page(
                queries.next(filter, after, slice.rows(), scope),
                found -> Cursor.of(found.path(), found.nameKey(), found.id()));
    }

    private static Scope scope(@Nullable UnitId unit, Desk desk) {
        return desk.below(unit).orElseThrow(SearchRefusal.UNKNOWN);
    }
}
