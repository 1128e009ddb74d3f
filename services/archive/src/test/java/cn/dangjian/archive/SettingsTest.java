package cn.dangjian.archive;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
