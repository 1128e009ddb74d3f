package cn.dangjian.task;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
