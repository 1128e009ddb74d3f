package cn.dangjian.member.person.register;

import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.quality.Quality;
import cn.dangjian.platform.directory.desk.Desk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a file. */
@Component
class FileViews {

    private final MemberRepository repository;
    private final Quality quality;

    FileViews(MemberRepository repository, Quality quality) {
        this.repository = repository;
        this.quality = quality;
    }

    Optional<FileView> find(long id, Desk desk) {
        return repository.find(id, desk.scope()).map(member -> of(member, desk));
    }

    FileView of(Member member, Desk desk) {
        var secrets = repository.secrets(member.id());
        return new FileView(
                member,
                IdentityNumber.stored(secrets.number()).masked(),
                secrets.maskedPhone(),
                secrets.maskedAddress(),
                quality.completeness(member.id()),
                quality.contradictions(member.id(), desk.today(), desk.scope()));
    }
}
