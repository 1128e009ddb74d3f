package cn.dangjian.member.person.register;

import static cn.dangjian.member.person.register.MemberRefusal.UNKNOWN;

import cn.dangjian.member.person.privacy.Reading;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.privacy.Secrets;
import cn.dangjian.member.person.register.ChangeMember.FileRequest;
import cn.dangjian.member.person.register.RegisterMember.NewMemberRequest;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of persons. */
@Tag(name = "members 党员档案")
@RestController
class MemberController {

    private final RegisterMember registerMember;
    private final ChangeMember changeMember;
    private final ReadSecrets readSecrets;
    private final FileViews views;
    private final Readings readings;

    MemberController(
            RegisterMember registerMember,
            ChangeMember changeMember,
            ReadSecrets readSecrets,
            FileViews views,
            Readings readings) {
        this.registerMember = registerMember;
        this.changeMember = changeMember;
        this.readSecrets = readSecrets;
        this.views = views;
        this.readings = readings;
    }

    record PurposeRequest(
            @NotBlank @Size(max = 180) @Stripped String purpose) {}

    @Operation(summary = "Open the file of somebody who belongs to a unit (建档)")
    @Idempotent
    @PostMapping("/v1/units/{id}/members")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FileView> register(
            @PathVariable UnitId id, @Valid @RequestBody NewMemberRequest request, Desk desk) {
        return Reply.created(views.of(registerMember.register(id, request, desk), desk));
    }

    @Operation(summary = "A file, with what is sealed masked; how whole it is, and what does not fit")
    @GetMapping("/v1/members/{id}")
    ResponseEntity<FileView> file(@PathVariable long id, Desk desk) {
        return Reply.ok(views.find(id, desk).orElseThrow(UNKNOWN));
    }

    @Operation(
            summary = "Write a file anew",
            description = "Number, phone and address stay as they are if they are not named.")
    @Idempotent
    @PutMapping("/v1/members/{id}")
    ResponseEntity<FileView> change(
            @PathVariable long id, Seen seen, @Valid @RequestBody FileRequest request, Desk desk) {
        return Reply.ok(views.of(changeMember.change(id, request, seen, desk), desk));
    }

    @Operation(summary = "See number, phone and address in clear, for a purpose; that is written down (查阅)")
    @PostMapping("/v1/members/{id}/readings")
    Secrets read(@PathVariable long id, @Valid @RequestBody PurposeRequest request, Desk desk) {
        return readSecrets.read(id, request.purpose(), desk);
    }

    @Operation(summary = "Who has seen what of a person in clear, the newest first")
    @GetMapping("/v1/members/{id}/readings")
    Page<Reading> readings(@PathVariable long id, Slice slice, Desk desk) {
        UNKNOWN.when(views.find(id, desk).isEmpty());
        return slice.newest(readings.listOf(id, slice), Reading::id);
    }
}
