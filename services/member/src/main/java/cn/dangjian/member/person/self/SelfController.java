package cn.dangjian.member.person.self;

import static cn.dangjian.member.person.self.SelfRefusal.NO_FILE;

import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.quality.Completeness;
import cn.dangjian.member.person.quality.Quality;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.web.caller.Self;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person sees of himself: his own file, who has looked, and which posts may. */
@Tag(name = "me 本人")
@RestController
class SelfController {

    private final Members members;
    private final Standings standings;
    private final Quality quality;
    private final Readings readings;
    private final SelfQueries queries;

    SelfController(Members members, Standings standings, Quality quality, Readings readings, SelfQueries queries) {
        this.members = members;
        this.standings = standings;
        this.quality = quality;
        this.readings = readings;
        this.queries = queries;
    }

    /**
     * @param number masked, also here: a phone is lent
     */
    record OwnFile(
            Member member,
            String unitName,
            String number,
            @Nullable String phone,
            @Nullable String address,
            Completeness completeness,
            List<Period> periods) {
        /** Never in a log. */
        @Override
        public String toString() {
            return "OwnFile[]";
        }
    }

    /** @param unit from which somebody looked */
    record OwnReading(What what, String unit, Tier tier, String purpose, OffsetDateTime at) {}

    @Operation(summary = "The caller's own file (我的档案)")
    @GetMapping("/v1/me")
    OwnFile file(Self self) {
        var member = own(self);
        var secrets = members.secrets(member.id());
        return new OwnFile(
                member,
                queries.unitName(member.unit()),
                IdentityNumber.stored(secrets.number()).masked(),
                secrets.phone(),
                secrets.address(),
                quality.completeness(member.id()),
                standings.periods(new MemberId(member.id())));
    }

    @Operation(summary = "Who has seen the caller's number, phone or address in clear (谁看过我的资料)")
    @GetMapping("/v1/me/readings")
    Page<OwnReading> readings(Self self, Slice slice) {
        var member = own(self);
        var page = slice.newest(readings.listOf(member.id(), slice), reading -> reading.id());
        return page.map(reading -> queries.own(reading));
    }

    @Operation(summary = "From which posts the caller's number, phone and address may be seen")
    @GetMapping("/v1/me/readers")
    List<SelfQueries.OwnReader> readers(Self self) {
        return queries.readers(own(self).unit());
    }

    private Member own(Self self) {
        return members.ofAccount(self.account().value()).orElseThrow(NO_FILE);
    }
}
