package cn.dangjian.platform.directory.trial;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TrialApplication {}
