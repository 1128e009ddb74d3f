package cn.dangjian.member.person.register;

import static cn.dangjian.member.person.register.MemberRefusal.NOT_READER;
import static cn.dangjian.member.person.register.MemberRefusal.UNKNOWN;

import cn.dangjian.member.person.privacy.Readers;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.privacy.Secrets;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查阅: shows number, phone and address in clear to one of those who may, for a purpose, and writes that down. */
@Service
class ReadSecrets {

    private final MemberRepository repository;
    private final Readers readers;
    private final Readings readings;

    ReadSecrets(MemberRepository repository, Readers readers, Readings readings) {
        this.repository = repository;
        this.readers = readers;
        this.readings = readings;
    }

    @Transactional
    Secrets read(long id, String purpose, Desk desk) {
        UNKNOWN.when(repository.find(id, desk.scope()).isEmpty());
        NOT_READER.unless(readers.may(desk));

        readings.tell(What.FILE, id, purpose, desk);
        return repository.secrets(id);
    }
}
