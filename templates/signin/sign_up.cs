<?cs # Which account to open.  Needs: nothing. ?>
<?cs call:heading_lead(words.door.sign_up, words.door.sign_up_lead) ?>
<ul class="ym-doors">
<li class="ym-door ym-door--person"><a class="ym-door__link" href="/sign-up/person"><?cs call:icon("person") ?> <span class="ym-door__words"><span class="ym-door__name"><?cs var:words.door.person ?></span> <span class="ym-door__help"><?cs var:words.door.person_help ?></span></span></a></li>
<li class="ym-door ym-door--enterprise"><a class="ym-door__link" href="/sign-up/enterprise"><?cs call:icon("building") ?> <span class="ym-door__words"><span class="ym-door__name"><?cs var:words.door.enterprise ?></span> <span class="ym-door__help"><?cs var:words.door.enterprise_help ?></span></span></a></li>
</ul>
<p><?cs var:words.door.staff_help ?></p>
<p><a class="govuk-link" href="/sign-up/claim"><?cs var:words.claim.offer ?></a></p>
<p><a class="govuk-link" href="/sign-in"><?cs var:words.door.have_account ?></a></p>
