package cn.dangjian.organization.people.team;

import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;

import cn.dangjian.organization.people.term.Session;
import cn.dangjian.organization.people.term.Sessions;
import cn.dangjian.organization.people.term.TermRules;
import cn.dangjian.organization.people.term.Warnings;
import cn.dangjian.organization.tree.projection.Sight;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading who leads a unit, on any day, and where seats are empty. */
@Tag(name = "teams 领导班子")
@RestController
class TeamController {

    private final Teams teams;
    private final Sessions sessions;
    private final VillageQueries villages;
    private final TermRules rules;
    private final Sight sight;

    TeamController(Teams teams, Sessions sessions, VillageQueries villages, TermRules rules, Sight sight) {
        this.teams = teams;
        this.sessions = sessions;
        this.villages = villages;
        this.rules = rules;
        this.sight = sight;
    }

    record SessionResponse(
            long id,
            int number,
            LocalDate startedOn,
            int termYears,
            LocalDate regularlyDueOn,
            LocalDate dueOn,
            @Nullable LocalDate endedOn,
            Session.Status status,
            @Nullable Integer warning,
            String document,
            long version) {

        static SessionResponse of(Session session, LocalDate day, Warnings warnings) {
            var status = session.status(day, warnings);
            return new SessionResponse(
                    session.id(),
                    session.number(),
                    session.startedOn(),
                    session.termYears(),
                    session.regularlyDueOn(),
                    session.dueOn(),
                    session.endedOn(),
                    status,
                    status == Session.Status.ENDED ? null : warnings.of(session.dueOn(), day),
                    session.document(),
                    session.version());
        }
    }

    record TeamResponse(
            UnitId unit,
            @Nullable SessionResponse session,
            List<Seat> seats,
            boolean oneHead,
            List<Long> crossPosted,
            List<Vacancy> posts) {}

    /** A unit with empty seats. */
    record VacancyResponse(UnitId unit, String name, List<Vacancy> posts) {

        static VacancyResponse of(Teams.Team team) {
            return new VacancyResponse(
                    team.unit(),
                    team.name(),
                    team.posts().stream().filter(post -> post.missing() > 0).toList());
        }
    }

    @Operation(summary = "A unit's team, today or on a day: term, seats, 一肩挑, cross-posts, empty seats")
    @GetMapping("/v1/units/{id}/team")
    TeamResponse team(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Desk desk) {
        var day = asOf == null ? desk.today() : asOf;
        var unit = sight.find(id, day, desk).orElseThrow(UNKNOWN);
        var team = teams.of(List.of(unit), day, Scope.own(unit.path())).getFirst();
        var session = team.session();
        return new TeamResponse(
                id,
                session == null ? null : SessionResponse.of(session, day, rules.warnings(unit.path())),
                team.seats(),
                team.oneHead(),
                team.crossPosted(),
                Sight.isThere(unit, day) ? team.posts() : List.of());
    }

    @Operation(summary = "A unit's terms, the newest first")
    @GetMapping("/v1/units/{id}/team/sessions")
    List<SessionResponse> sessions(@PathVariable UnitId id, @Subtree(lines = true) Desk desk) {
        var unit = sight.find(id, desk.today(), desk).orElseThrow(UNKNOWN);
        var warnings = rules.warnings(unit.path());
        return sessions.of(id, Scope.own(unit.path())).stream()
                .map(session -> SessionResponse.of(session, desk.today(), warnings))
                .toList();
    }

    /** A page looks through so many units and shows those of them that lack somebody. */
    @Operation(summary = "Units of a tier with empty seats, in the order of the tree")
    @GetMapping("/v1/vacancies")
    Page<VacancyResponse> vacancies(
            @RequestParam(defaultValue = "VILLAGE") Tier tier,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Desk desk) {
        var top = desk.asked(unit).filter(found -> !found.isAbolished()).orElseThrow(UNKNOWN);
        var below = desk.scope().below(top);
        var slice = new Slice(cursor, limit);
        var page = slice.inTree(
                villages.list(tier, slice, below), below::path, row -> row.id().value());
        var lacking = teams.of(page.items(), desk.today(), below).stream()
                .filter(team -> team.missing() > 0)
                .map(VacancyResponse::of)
                .toList();
        return new Page<>(lacking, page.next());
    }
}
