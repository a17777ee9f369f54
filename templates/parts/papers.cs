<?cs # The papers of a case.  Needs: papers.N.{title,number,issued_on,state,url,pdf_url,recall_url}; without url and
pdf_url only their names are told. ?>
<?cs def:paper_list(papers, note) ?>
<?cs if:papers.0.number ?>
<section class="ym-panel" aria-labelledby="papers">
<h2 class="ym-panel__title" id="papers"><?cs var:words.paper.list ?></h2>
<ul class="ym-files">
<?cs each:paper = papers ?><li class="ym-files__item"><?cs call:icon("file") ?> <span class="ym-files__main"><?cs if:paper.url ?><a class="govuk-link" href="<?cs var:url_validate(paper.url) ?>"><?cs var:paper.title ?></a><?cs else ?><?cs var:paper.title ?><?cs /if ?> <span class="ym-files__about"><?cs call:data(paper.number) ?> <?cs var:paper.issued_on.text ?><?cs if:paper.state != "valid" ?> <strong><?cs var:words.paper_state[paper.state] ?></strong><?cs /if ?></span></span><?cs if:paper.pdf_url ?> <a class="govuk-link ym-no-print" href="<?cs var:url_validate(paper.pdf_url) ?>"><?cs var:words.paper.pdf ?><span class="govuk-visually-hidden"> <?cs var:paper.title ?> <?cs call:data(paper.number) ?></span></a><?cs /if ?><?cs if:paper.recall_url ?> <a class="govuk-link ym-no-print" href="<?cs var:url_validate(paper.recall_url) ?>"><?cs var:words.action.recall ?><span class="govuk-visually-hidden"> <?cs var:paper.title ?> <?cs call:data(paper.number) ?></span></a><?cs /if ?></li>
<?cs /each ?></ul>
<?cs if:note ?><p class="ym-small"><?cs var:note ?> <a class="govuk-link" href="/verify"><?cs var:words.verify.title ?></a></p><?cs /if ?>
</section>
<?cs /if ?>
<?cs /def ?>
