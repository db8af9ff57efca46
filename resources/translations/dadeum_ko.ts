<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dadeum</source>
        <translation>다듬 정보</translation>
    </message>
    <message>
        <source>Dadeum (다듬)</source>
        <translation>다듬 Dadeum</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>버전 {version}</translation>
    </message>
    <message>
        <source>A desk for reviewing Korean articles: names, boundaries, tags and notes, by keyboard.</source>
        <translation>한국어 기사의 개체 이름, 경계, 태그, 메모를 키보드로 다듬는 책상이에요.</translation>
    </message>
    <message>
        <source>Built with Qt {qt}, Kiwi and SQLite. Apache License 2.0.</source>
        <translation>Qt {qt}, Kiwi, SQLite로 만들었어요. Apache License 2.0.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
</context>
<context>
    <name>AnnotatedDialog</name>
    <message>
        <source>Import annotated dataset</source>
        <translation>라벨이 붙은 데이터 가져오기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation>파일이나 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>파일에 적힌 대로</translation>
    </message>
    <message>
        <source>decided by a person</source>
        <translation>사람이 결정한 것으로</translation>
    </message>
    <message>
        <source>suggestions, to be decided here</source>
        <translation>여기서 결정할 제안으로</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Mentions are</source>
        <translation>개체는</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>그런 파일이나 폴더가 없어요.</translation>
    </message>
    <message>
        <source>The format is not recognised. Choose it above.</source>
        <translation>형식을 알 수 없어요. 위에서 골라 주세요.</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>파일을 살펴보는 중…</translation>
    </message>
    <message>
        <source>Say where the text and the labels are.</source>
        <translation>본문과 라벨이 어디 있는지 알려 주세요.</translation>
    </message>
    <message>
        <source>Looking through the file…</source>
        <translation>파일을 훑어보는 중…</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>기사 {n}건</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>기사 {n}건</translation>
    </message>
    <message>
        <source>{n} mention</source>
        <translation>개체 {n}개</translation>
    </message>
    <message>
        <source>{n} mentions</source>
        <translation>개체 {n}개</translation>
    </message>
    <message>
        <source>{n} label is not in the schema: choose what it becomes.</source>
        <translation>라벨 체계에 없는 라벨이 {n}개 있어요. 무엇으로 바꿀지 골라 주세요.</translation>
    </message>
    <message>
        <source>{n} labels are not in the schema: choose what they become.</source>
        <translation>라벨 체계에 없는 라벨이 {n}개 있어요. 무엇으로 바꿀지 골라 주세요.</translation>
    </message>
    <message>
        <source>For example: {warning}</source>
        <translation>예: {warning}</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message>
        <source>Previous article</source>
        <translation>이전 기사</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>다음 기사</translation>
    </message>
    <message>
        <source>Finish and next article</source>
        <translation>검토 완료하고 다음 기사</translation>
    </message>
    <message>
        <source>Mentions decided</source>
        <translation>결정한 개체</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>완료됨</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>검토 완료</translation>
    </message>
    <message>
        <source>{decided}/{total} decided</source>
        <translation>{decided}/{total} 결정</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>… (1 line of boilerplate)</source>
        <translation>… (상용구 1줄)</translation>
    </message>
    <message>
        <source>… ({n} lines of boilerplate)</source>
        <translation>… (상용구 {n}줄)</translation>
    </message>
    <message>
        <source>Concept: {name}</source>
        <translation>개념: {name}</translation>
    </message>
    <message>
        <source>{here} more in this article, {total} in the project</source>
        <translation>이 기사에 {here}번 더, 프로젝트에 {total}번</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Article: {title}</source>
        <translation>기사: {title}</translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>Role of this block</source>
        <translation>이 문단의 역할</translation>
    </message>
    <message>
        <source>Role of {n} blocks</source>
        <translation>문단 {n}개의 역할</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>새 기사</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>기사에서 빼기</translation>
    </message>
    <message>
        <source>Move this block to</source>
        <translation>이 문단을 옮길 곳</translation>
    </message>
    <message>
        <source>Move {n} blocks to</source>
        <translation>문단 {n}개를 옮길 곳</translation>
    </message>
    <message>
        <source>A new article was made.</source>
        <translation>새 기사를 만들었어요.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>The source has no such article.</source>
        <translation>원문에 그런 기사가 없어요.</translation>
    </message>
    <message>
        <source>Article {n}</source>
        <translation>기사 {n}</translation>
    </message>
    <message>
        <source>There is no block here.</source>
        <translation>여기에는 문단이 없어요.</translation>
    </message>
</context>
<context>
    <name>BulkActions</name>
    <message>
        <source>{n} articles</source>
        <translation>기사 {n}건</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>기사 {n}건</translation>
    </message>
    <message>
        <source>Mark as “{state}”</source>
        <translation>‘{state}’로 표시</translation>
    </message>
    <message>
        <source>Add tag…</source>
        <translation>태그 붙이기…</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>다시 제안</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>태그 붙이기</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
</context>
<context>
    <name>ConceptDialog</name>
    <message>
        <source>Concept</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Aliases, one a line</source>
        <translation>다른 이름 (한 줄에 하나)</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>외부 ID</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>ConceptModel</name>
    <message>
        <source>Concept</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사</translation>
    </message>
</context>
<context>
    <name>ConceptPicker</name>
    <message>
        <source>Link to a concept</source>
        <translation>개념에 잇기</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>잇기</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>개념</translation>
    </message>
</context>
<context>
    <name>ConceptsPanel</name>
    <message>
        <source>Search concepts</source>
        <translation>개념 찾기</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>고치기…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>The one selected first keeps its name; the others become its aliases.</source>
        <translation>먼저 고른 것의 이름이 남고, 나머지는 그 다른 이름이 돼요.</translation>
    </message>
    <message>
        <source>No concepts yet. C on a mention links it to one.</source>
        <translation>아직 개념이 없어요. 개체에서 C를 누르면 개념에 이을 수 있어요.</translation>
    </message>
</context>
<context>
    <name>CorrectionCommands</name>
    <message>
        <source>Select text within one block to correct it.</source>
        <translation>한 문단 안에서 바로잡을 글을 골라 주세요.</translation>
    </message>
    <message>
        <source>Nothing was corrected here.</source>
        <translation>여기에는 바로잡은 것이 없어요.</translation>
    </message>
</context>
<context>
    <name>CorrectionModel</name>
    <message>
        <source>Source</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>읽는 글</translation>
    </message>
    <message>
        <source>By</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>어디</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>자동 정리</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections</source>
        <translation>바로잡은 글</translation>
    </message>
    <message>
        <source>Joined lines too</source>
        <translation>이은 줄도 보기</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>{n} correction</source>
        <translation>바로잡은 곳 {n}개</translation>
    </message>
    <message>
        <source>{n} corrections</source>
        <translation>바로잡은 곳 {n}개</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong inside Dadeum.</source>
        <translation>다듬 안에서 문제가 생겼어요.</translation>
    </message>
    <message>
        <source>Everything you decided is saved. The report below holds no text of your articles; please send it to us.</source>
        <translation>결정한 것은 모두 저장되어 있어요. 아래 보고서에는 기사 본문이 들어 있지 않으니 보내 주세요.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Dashboard — {name}</source>
        <translation>현황 — {name}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Suggestions by suggester</source>
        <translation>출처별 제안</translation>
    </message>
    <message>
        <source>Suggestions by label</source>
        <translation>라벨별 제안</translation>
    </message>
    <message>
        <source>articles reviewed</source>
        <translation>검토 완료한 기사</translation>
    </message>
    <message>
        <source>suggestions decided</source>
        <translation>결정한 제안</translation>
    </message>
    <message>
        <source>accepted as they were</source>
        <translation>그대로 수락</translation>
    </message>
    <message>
        <source>an article</source>
        <translation>기사 하나에</translation>
    </message>
    <message>
        <source>left at this pace</source>
        <translation>이 속도로 남은 시간</translation>
    </message>
    <message>
        <source>Articles reviewed a day</source>
        <translation>하루에 검토한 기사</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>고쳐서 수락</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>놓친 것</translation>
    </message>
    <message>
        <source>Most corrected</source>
        <translation>많이 고친 것</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>표면형</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Export dashboard</source>
        <translation>현황 내보내기</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Undecided</source>
        <translation>미결정</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>{file}[을/를] 읽을 수 없어요: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}</source>
        <translation>{path}[을/를] 쓸 수 없어요: {reason}</translation>
    </message>
    <message>
        <source>{path} is not a Dadeum project.</source>
        <translation>{path}[은/는] 다듬 프로젝트가 아니에요.</translation>
    </message>
    <message>
        <source>{path} was made by a newer Dadeum. Update Dadeum to open it.</source>
        <translation>{path}[은/는] 더 새로운 다듬에서 만들었어요. 다듬을 업데이트하면 열 수 있어요.</translation>
    </message>
    <message>
        <source>{path} is read-only. Copy it to a folder you may write to and open the copy.</source>
        <translation>{path}[은/는] 읽기 전용이에요. 쓸 수 있는 폴더에 복사해서 열어 주세요.</translation>
    </message>
    <message>
        <source>{path} is open in another Dadeum. Close it there first.</source>
        <translation>{path}[이/가] 다른 다듬에서 열려 있어요. 거기서 먼저 닫아 주세요.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>{path}[을/를] 쓸 수 없어요: {reason}</translation>
    </message>
    <message>
        <source>The disk of {path} is full. Nothing was written.</source>
        <translation>{path}[이/가] 있는 디스크가 가득 찼어요. 아무것도 쓰지 않았어요.</translation>
    </message>
    <message>
        <source>{path} may not be written. Choose another folder.</source>
        <translation>{path}에 쓸 권한이 없어요. 다른 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>The folder of {path} does not exist.</source>
        <translation>{path}[을/를] 둘 폴더가 없어요.</translation>
    </message>
    <message>
        <source>{path} is open in another program. Close it there first.</source>
        <translation>{path}[이/가] 다른 프로그램에서 열려 있어요. 거기서 먼저 닫아 주세요.</translation>
    </message>
    <message>
        <source>{path}: a file cannot have this name ({reason}).</source>
        <translation>{path}: 파일에 쓸 수 없는 이름이에요 ({reason}).</translation>
    </message>
    <message>
        <source>{path} already holds other files. Choose an empty or a new folder.</source>
        <translation>{path}에 다른 파일이 있어요. 빈 폴더나 새 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>Something else of the name {path} is already there.</source>
        <translation>{path}[이/가] 이미 다른 것으로 있어요.</translation>
    </message>
    <message>
        <source>{format} cannot hold the label {label}. Map it to another code.</source>
        <translation>{format} 형식에는 라벨 {label}[을/를] 담을 수 없어요. 다른 코드로 바꿔 주세요.</translation>
    </message>
    <message>
        <source>Article {article} does not fit this format: {reason}</source>
        <translation>기사 {article}[은/는] 이 형식에 맞지 않아요: {reason}</translation>
    </message>
    <message>
        <source>This format needs the package {package}. Install it with: pip install dadeum[{extra}]</source>
        <translation>이 형식에는 {package} 패키지가 필요해요. 설치: pip install dadeum[{extra}]</translation>
    </message>
    <message>
        <source>{key} is taken by “{action}”.</source>
        <translation>{key}[은/는] ‘{action}’에 쓰고 있어요.</translation>
    </message>
    <message>
        <source>{path} is missing or damaged ({reason}). Reinstall Dadeum or restore the file.</source>
        <translation>{path}[이/가] 없거나 손상됐어요 ({reason}). 다듬을 다시 설치하거나 파일을 되살려 주세요.</translation>
    </message>
    <message>
        <source>Suggestions are not available: {reason}</source>
        <translation>제안을 받을 수 없어요: {reason}</translation>
    </message>
    <message>
        <source>{path}, line {line}: {reason}</source>
        <translation>{path} {line}번째 줄: {reason}</translation>
    </message>
    <message>
        <source>Nothing was learnt: {reason}</source>
        <translation>배우지 못했어요: {reason}</translation>
    </message>
    <message>
        <source>The project has no model {name}.</source>
        <translation>프로젝트에 모델 {name}[이/가] 없어요.</translation>
    </message>
    <message>
        <source>Learning needs at least {needed} reviewed articles; there are {found}.</source>
        <translation>배우려면 검토 완료한 기사가 {needed}건 이상 있어야 해요. 지금은 {found}건이에요.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>The first article as it is written</source>
        <translation>첫 기사가 쓰이는 모습</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>고를 것</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>The articles have changed since the check.</source>
        <translation>검사한 뒤에 기사가 바뀌었어요.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Reading text</source>
        <translation>읽는 글</translation>
    </message>
    <message>
        <source>Source text</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>The longest is kept</source>
        <translation>가장 긴 것을 남김</translation>
    </message>
    <message>
        <source>The first is kept</source>
        <translation>처음 것을 남김</translation>
    </message>
    <message>
        <source>The one a person accepted is kept</source>
        <translation>사람이 수락한 것을 남김</translation>
    </message>
    <message>
        <source>Morphemes</source>
        <translation>형태소</translation>
    </message>
    <message>
        <source>Words between blanks</source>
        <translation>어절</translation>
    </message>
    <message>
        <source>Undecided suggestions too</source>
        <translation>미결정 제안도 포함</translation>
    </message>
    <message>
        <source>Rejected suggestions too</source>
        <translation>거부한 제안도 포함</translation>
    </message>
    <message>
        <source>Source text and morphemes too</source>
        <translation>원문과 형태소도 포함</translation>
    </message>
    <message>
        <source>Replace persons&apos; names by stand-ins</source>
        <translation>사람 이름을 가명으로 바꾸기</translation>
    </message>
    <message>
        <source>Write a dataset card beside it</source>
        <translation>데이터 카드도 함께 쓰기</translation>
    </message>
    <message>
        <source>Licence of the sources, for the card</source>
        <translation>카드에 적을 원문 이용 조건</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>겹친 개체</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행 단위</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>이용 조건</translation>
    </message>
    <message>
        <source>To</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Reviewed articles</source>
        <translation>검토 완료한 기사</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>모든 기사</translation>
    </message>
    <message>
        <source>Articles in the queue as filtered</source>
        <translation>목록에 보이는 기사</translation>
    </message>
    <message>
        <source>Selected articles</source>
        <translation>고른 기사</translation>
    </message>
    <message>
        <source>overlapping mentions</source>
        <translation>겹친 개체</translation>
    </message>
    <message>
        <source>discontinuous mentions</source>
        <translation>떨어진 개체</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>concepts</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>This format does not hold: {things}.</source>
        <translation>이 형식에 담기지 않는 것: {things}</translation>
    </message>
    <message>
        <source>There are no such articles.</source>
        <translation>해당하는 기사가 없어요.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>그런 폴더가 없어요.</translation>
    </message>
    <message>
        <source>The file there is replaced.</source>
        <translation>있던 파일을 바꿔 써요.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>내보낼 곳</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>부제</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>기자</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>면</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>주소</translation>
    </message>
</context>
<context>
    <name>FilterForm</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Date, until</source>
        <translation>날짜, 끝</translation>
    </message>
    <message>
        <source>from</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>until</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>With undecided mentions</source>
        <translation>미결정이 있는 것만</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation>저장한 필터…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>이 기사에서 찾기</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>이전 곳</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>다음 곳</translation>
    </message>
    <message>
        <source>In the whole project</source>
        <translation>프로젝트 전체에서</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Mentions without a label</source>
        <translation>라벨이 없는 개체</translation>
    </message>
    <message>
        <source>Labels that the label schema does not know</source>
        <translation>라벨 체계에 없는 라벨</translation>
    </message>
    <message>
        <source>Mentions of blanks alone</source>
        <translation>빈칸뿐인 개체</translation>
    </message>
    <message>
        <source>Mentions that read otherwise than noted</source>
        <translation>적힌 것과 다르게 읽히는 개체</translation>
    </message>
    <message>
        <source>Left out: the label has no code in the target tag set</source>
        <translation>빠짐: 대상 태그 체계에 없는 라벨</translation>
    </message>
    <message>
        <source>Left out: overlaps another mention</source>
        <translation>빠짐: 다른 개체와 겹침</translation>
    </message>
    <message>
        <source>Left out: shares a word with another mention</source>
        <translation>빠짐: 다른 개체와 어절을 함께 씀</translation>
    </message>
    <message>
        <source>Discontinuous, written as one stretch</source>
        <translation>떨어진 개체를 하나로 이어 씀</translation>
    </message>
    <message>
        <source>Left out: relations</source>
        <translation>빠짐: 관계</translation>
    </message>
    <message>
        <source>Left out: tags</source>
        <translation>빠짐: 태그</translation>
    </message>
    <message>
        <source>Left out: notes</source>
        <translation>빠짐: 메모</translation>
    </message>
    <message>
        <source>Mentions that begin or end with a blank</source>
        <translation>빈칸으로 시작하거나 끝나는 개체</translation>
    </message>
    <message>
        <source>Mentions that reach over the end of a block</source>
        <translation>문단 끝을 넘는 개체</translation>
    </message>
    <message>
        <source>Articles not reviewed yet</source>
        <translation>아직 검토하지 않은 기사</translation>
    </message>
    <message>
        <source>Articles with undecided mentions</source>
        <translation>미결정 개체가 있는 기사</translation>
    </message>
    <message>
        <source>Articles without text</source>
        <translation>본문이 없는 기사</translation>
    </message>
    <message>
        <source>Articles with the same text</source>
        <translation>본문이 같은 기사</translation>
    </message>
    <message>
        <source>Articles that are nearly the same</source>
        <translation>거의 같은 기사</translation>
    </message>
    <message>
        <source>Surfaces labelled in two ways</source>
        <translation>두 가지 라벨이 붙은 표면형</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>잘못됨</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>빠짐</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>살펴볼 것</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Check again</source>
        <translation>다시 검사</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>검사 결과</translation>
    </message>
    <message>
        <source>Checking… {done} of {total} articles</source>
        <translation>검사 중… 기사 {total}건 중 {done}건</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>검사 중…</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>외 {n}건</translation>
    </message>
    <message>
        <source>Nothing is lost and nothing looks wrong.</source>
        <translation>빠지는 것도 잘못된 것도 없어요.</translation>
    </message>
    <message>
        <source>{n} finding</source>
        <translation>{n}건</translation>
    </message>
    <message>
        <source>{n} findings</source>
        <translation>{n}건</translation>
    </message>
</context>
<context>
    <name>FinishDialog</name>
    <message>
        <source>Finish the article</source>
        <translation>기사 검토 완료</translation>
    </message>
    <message>
        <source>Uncertain mentions</source>
        <translation>확실하지 않은 개체</translation>
    </message>
    <message>
        <source>{n} suggestions are uncertain. Checked ones are accepted, the others rejected.</source>
        <translation>확실하지 않은 제안이 {n}개 있어요. 표시한 것은 수락하고 나머지는 거부해요.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>검토 완료</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Decide</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>Text and blocks</source>
        <translation>글과 문단</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Mention and article</source>
        <translation>개체와 기사</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
</context>
<context>
    <name>GuidelineDialog</name>
    <message>
        <source>Guideline of the project</source>
        <translation>프로젝트 지침</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Guideline in Markdown</source>
        <translation>마크다운으로 쓴 지침</translation>
    </message>
    <message>
        <source>The guideline as it reads</source>
        <translation>지침이 보이는 모습</translation>
    </message>
    <message>
        <source>A heading that ends in a label&apos;s code, as in “Person (PS)”, begins its passage.</source>
        <translation>‘인물 (PS)’처럼 라벨 코드로 끝나는 제목에서 그 라벨의 설명이 시작돼요.</translation>
    </message>
    <message>
        <source>Back to the one that ships</source>
        <translation>기본 지침으로</translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message>
        <source>Guideline</source>
        <translation>지침</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>undone</source>
        <translation>취소됨</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Whole project</source>
        <translation>프로젝트 전체</translation>
    </message>
    <message>
        <source>Undo to here</source>
        <translation>여기까지 되돌리기</translation>
    </message>
    <message>
        <source>Takes back every step after the one selected, in the whole project.</source>
        <translation>고른 작업 뒤에 한 일을 프로젝트 전체에서 모두 되돌려요.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>InlineEditor</name>
    <message>
        <source>Correct the text</source>
        <translation>글 바로잡기</translation>
    </message>
    <message>
        <source>Enter keeps it, Escape leaves it. The source stays as it is.</source>
        <translation>엔터는 저장, Esc는 그만두기예요. 원문은 그대로 있어요.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>지침</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>정보 패널</translation>
    </message>
</context>
<context>
    <name>JsonForm</name>
    <message>
        <source>The end is the last character itself</source>
        <translation>끝이 마지막 글자 자신</translation>
    </message>
    <message>
        <source>The first character is number 1</source>
        <translation>첫 글자가 1번</translation>
    </message>
    <message>
        <source>Offsets count UTF-16 units</source>
        <translation>위치를 UTF-16 단위로 셈</translation>
    </message>
    <message>
        <source>Articles (path)</source>
        <translation>기사 (경로)</translation>
    </message>
    <message>
        <source>Text (path)</source>
        <translation>본문 (경로)</translation>
    </message>
    <message>
        <source>Mentions (path)</source>
        <translation>개체 (경로)</translation>
    </message>
    <message>
        <source>Label (key)</source>
        <translation>라벨 (키)</translation>
    </message>
    <message>
        <source>Start (key)</source>
        <translation>시작 (키)</translation>
    </message>
    <message>
        <source>End (key)</source>
        <translation>끝 (키)</translation>
    </message>
    <message>
        <source>Surface (key)</source>
        <translation>표면형 (키)</translation>
    </message>
    <message>
        <source>Title (path)</source>
        <translation>제목 (경로)</translation>
    </message>
    <message>
        <source>Date (path)</source>
        <translation>날짜 (경로)</translation>
    </message>
    <message>
        <source>Outlet (path)</source>
        <translation>매체 (경로)</translation>
    </message>
    <message>
        <source>First article: “{text}…” — {mentions}</source>
        <translation>첫 기사: ‘{text}…’ — {mentions}</translation>
    </message>
    <message>
        <source>no mentions</source>
        <translation>개체 없음</translation>
    </message>
    <message>
        <source>{n} mention reads otherwise than the file says: check how offsets count.</source>
        <translation>개체 {n}개가 파일에 적힌 것과 다르게 읽혀요. 위치를 세는 방식을 확인해 주세요.</translation>
    </message>
    <message>
        <source>{n} mentions read otherwise than the file says: check how offsets count.</source>
        <translation>개체 {n}개가 파일에 적힌 것과 다르게 읽혀요. 위치를 세는 방식을 확인해 주세요.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>엔터</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change shortcuts</source>
        <translation>단축키 바꾸기</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>모든 키</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>동작 찾기</translation>
    </message>
    <message>
        <source>All as they were</source>
        <translation>모두 처음대로</translation>
    </message>
    <message>
        <source>Choose an action, press Enter, then the new key. Backspace takes the key away.</source>
        <translation>동작을 고르고 엔터를 누른 다음 새 키를 눌러 주세요. 백스페이스는 키를 없애요.</translation>
    </message>
    <message>
        <source>Shift + a decision does it everywhere in the article, Ctrl+Shift in the whole project.</source>
        <translation>Shift를 함께 누르면 기사 안의 같은 개체 모두에, Ctrl+Shift는 프로젝트 전체에 해요.</translation>
    </message>
    <message>
        <source>Press a key…</source>
        <translation>키를 눌러 주세요…</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Label in the file</source>
        <translation>파일의 라벨</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>바꿀 라벨</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>쓸 코드</translation>
    </message>
    <message>
        <source>Labels and the codes they are written as</source>
        <translation>라벨과 쓸 코드</translation>
    </message>
    <message>
        <source>Space leaves a label out or takes it in. Enter changes the code that is written.</source>
        <translation>스페이스로 라벨을 빼거나 넣고, 엔터로 쓸 코드를 바꿔요.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No installed font can write Hangul. Install the package {package} to read articles.</source>
        <translation>한글 글꼴이 없어요. 기사를 읽으려면 {package} 패키지를 설치해 주세요.</translation>
    </message>
</context>
<context>
    <name>MentionCard</name>
    <message>
        <source>accept</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>결정 취소</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>edges</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>Current mention</source>
        <translation>지금 개체</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Choose an article at the left.</source>
        <translation>왼쪽에서 기사를 골라 주세요.</translation>
    </message>
    <message>
        <source>No suggestions yet. They appear here as soon as they are made.</source>
        <translation>아직 제안이 없어요. 만들어지는 대로 여기에 나와요.</translation>
    </message>
    <message>
        <source>{n} mention is undecided. {key} goes to it.</source>
        <translation>미결정 개체가 {n}개 남았어요. {key}[을/를] 누르면 그리로 가요.</translation>
    </message>
    <message>
        <source>{n} mentions are undecided. {key} goes to the next one.</source>
        <translation>미결정 개체가 {n}개 남았어요. {key}[을/를] 누르면 다음 것으로 가요.</translation>
    </message>
    <message>
        <source>Everything is decided. {key} finishes the article.</source>
        <translation>모두 결정했어요. {key}[을/를] 누르면 검토를 마쳐요.</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>{n} here · {m} in the project</source>
        <translation>이 기사 {n} · 프로젝트 {m}</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>같은 개체</translation>
    </message>
</context>
<context>
    <name>MentionsPanel</name>
    <message>
        <source>Mentions by label</source>
        <translation>라벨별 개체</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Project</source>
        <translation>프로젝트(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>검토(&amp;R)</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>글(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>built in</source>
        <translation>기본</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>지금 배우기</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>배운 때</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>F1 on articles not seen</source>
        <translation>처음 보는 기사에서 F1</translation>
    </message>
    <message>
        <source>Shipped ({version})</source>
        <translation>기본 제공 ({version})</translation>
    </message>
    <message>
        <source>{old} → {new} ({count} articles)</source>
        <translation>{old} → {new} (기사 {count}건)</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>The program learns from reviewed articles in the background. A new model is used only when it is better on articles that it has not seen. Decided mentions never change.</source>
        <translation>검토 완료한 기사에서 저절로 배워요. 새 모델은 처음 보는 기사에서 더 나을 때만 써요. 이미 결정한 개체는 바뀌지 않아요.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line.</source>
        <translation>Shift+Enter로 줄을 바꿔요.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Note on this article</source>
        <translation>이 기사에 남기는 메모</translation>
    </message>
    <message>
        <source>Open notes of the project</source>
        <translation>프로젝트의 열린 메모</translation>
    </message>
    <message>
        <source>A tick settles the note.</source>
        <translation>표시하면 처리한 메모가 돼요.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Onboarding</name>
    <message>
        <source>Read, and decide</source>
        <translation>읽으면서 결정해요</translation>
    </message>
    <message>
        <source>The machine has marked names. {accept} accepts the current one, {reject} rejects it; then the next one is there.</source>
        <translation>찾아 둔 개체가 표시되어 있어요. {accept}[은/는] 지금 개체를 수락하고 {reject}[은/는] 거부해요. 그러면 다음 개체로 넘어가요.</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>틀린 것은 바로잡아요</translation>
    </message>
    <message>
        <source>1 to 0 change the label. {a} {b} move the start, {c} {d} the end. Select text and press a label&apos;s key to mark what was missed.</source>
        <translation>1–0은 라벨을 바꿔요. {a} {b}[은/는] 앞 경계, {c} {d}[은/는] 뒤 경계를 옮겨요. 빠진 것은 글을 골라 라벨 키를 누르면 돼요.</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>정보는 여기에</translation>
    </message>
    <message>
        <source>Here stand the current mention, all mentions by label, tags and notes. Everything is saved at once, and every step can be undone.</source>
        <translation>지금 개체와 라벨별 개체, 태그, 메모가 있어요. 하는 대로 저장되고, 무엇이든 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>다음 기사로</translation>
    </message>
    <message>
        <source>{finish} finishes the article and opens the next one. {palette} finds every command, ? shows all keys.</source>
        <translation>{finish}[을/를] 누르면 검토를 마치고 다음 기사를 열어요. {palette}[은/는] 명령 찾기, ?는 모든 키예요.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작하기</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>As imported</source>
        <translation>가져온 순서</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Most undecided</source>
        <translation>미결정 많은 순</translation>
    </message>
    <message>
        <source>Most uncertain</source>
        <translation>불확실한 순</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Gazetteer</source>
        <translation>사전</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>줄임말</translation>
    </message>
    <message>
        <source>Lexicon</source>
        <translation>배운 말</translation>
    </message>
    <message>
        <source>Same article</source>
        <translation>같은 기사</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져옴</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What would you like to do?</source>
        <translation>무엇을 할까요?</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>찾은 것</translation>
    </message>
</context>
<context>
    <name>PaletteDoings</name>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>환경설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Reading font</source>
        <translation>읽는 글꼴</translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation>읽는 크기</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>검토자</translation>
    </message>
    <message>
        <source>Sure from</source>
        <translation>확실하다고 볼 신뢰도</translation>
    </message>
    <message>
        <source>Ask when finishing below</source>
        <translation>마칠 때 물어볼 신뢰도</translation>
    </message>
    <message>
        <source>Learn after</source>
        <translation>학습 시작 기준</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>명조</translation>
    </message>
    <message>
        <source>Serif where none is chosen</source>
        <translation>글꼴을 고르지 않았으면 명조로</translation>
    </message>
    <message>
        <source>By the system</source>
        <translation>시스템 크기</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Your name, kept with every decision</source>
        <translation>결정과 함께 남길 이름</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>스스로 하지 않음</translation>
    </message>
    <message>
        <source> reviewed articles</source>
        <translation>건 검토할 때마다</translation>
    </message>
    <message>
        <source>Suggestions at least this confident look sure.</source>
        <translation>이 신뢰도부터 확실한 제안으로 보여요.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Best installed</source>
        <translation>설치된 것 중 알맞게</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>가져오는 중</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>내보내는 중</translation>
    </message>
    <message>
        <source>Making suggestions</source>
        <translation>제안하는 중</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>배우는 중</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>백업하는 중</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>초당 {rate}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} 남음</translation>
    </message>
</context>
<context>
    <name>ProjectDoings</name>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>기사 가져오기</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>폴더 가져오기</translation>
    </message>
    <message>
        <source>{name} is an annotated dataset.</source>
        <translation>{name}[은/는] 라벨이 붙은 데이터예요.</translation>
    </message>
    <message>
        <source>Import it so…</source>
        <translation>데이터로 가져오기…</translation>
    </message>
    <message>
        <source>Open or make a project first; then drop articles on it.</source>
        <translation>먼저 프로젝트를 열거나 만든 다음 기사를 놓아 주세요.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소했어요.</translation>
    </message>
    <message>
        <source>{n} articles were added.</source>
        <translation>기사 {n}건을 더했어요.</translation>
    </message>
    <message>
        <source>{n} article was added.</source>
        <translation>기사 {n}건을 더했어요.</translation>
    </message>
    <message>
        <source>{n} files were there already.</source>
        <translation>파일 {n}개는 이미 있어요.</translation>
    </message>
    <message>
        <source>{n} file was there already.</source>
        <translation>파일 {n}개는 이미 있어요.</translation>
    </message>
    <message>
        <source>{n} files could not be read.</source>
        <translation>파일 {n}개는 읽지 못했어요.</translation>
    </message>
    <message>
        <source>{n} file could not be read.</source>
        <translation>파일 {n}개는 읽지 못했어요.</translation>
    </message>
    <message>
        <source>The rest was cancelled.</source>
        <translation>나머지는 취소했어요.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>{n} article was exported to {name}.</source>
        <translation>기사 {n}건을 {name}[으로/로] 내보냈어요.</translation>
    </message>
    <message>
        <source>{n} articles were exported to {name}.</source>
        <translation>기사 {n}건을 {name}[으로/로] 내보냈어요.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Dadeum projects</source>
        <translation>다듬 프로젝트</translation>
    </message>
</context>
<context>
    <name>PropagationDialog</name>
    <message>
        <source>In the whole project</source>
        <translation>프로젝트 전체에서</translation>
    </message>
    <message>
        <source>Places in the project</source>
        <translation>프로젝트 안의 곳</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>“{surface}” → {label}</source>
        <translation>‘{surface}’ → {label}</translation>
    </message>
    <message>
        <source>“{surface}” → “{moved}”</source>
        <translation>‘{surface}’ → ‘{moved}’</translation>
    </message>
    <message>
        <source>{n} mentions in one article</source>
        <translation>기사 1건, 개체 {n}개</translation>
    </message>
    <message>
        <source>{n} mentions in {m} articles</source>
        <translation>기사 {m}건, 개체 {n}개</translation>
    </message>
    <message>
        <source> · {n} decided otherwise before (⚠, not checked)</source>
        <translation> · 전에 다르게 결정한 것 {n}개 (⚠, 표시 안 함)</translation>
    </message>
    <message>
        <source> · {n} not marked yet</source>
        <translation> · 아직 표시 안 된 곳 {n}</translation>
    </message>
    <message>
        <source>Apply to {n}</source>
        <translation>{n}개에 적용</translation>
    </message>
    <message>
        <source>not marked yet</source>
        <translation>아직 표시 안 됨</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Search articles</source>
        <translation>기사 찾기</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>기사 {n}건</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>기사 {n}건</translation>
    </message>
    <message>
        <source>{n} of {total} articles</source>
        <translation>기사 {total}건 중 {n}건</translation>
    </message>
</context>
<context>
    <name>RawText</name>
    <message>
        <source>Source text</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>{was} reads {text}</source>
        <translation>{was} → {text}</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>A mention must lie in the article&apos;s text, not in boilerplate.</source>
        <translation>개체는 상용구가 아니라 기사 본문에 있어야 해요.</translation>
    </message>
    <message>
        <source>A mention needs at least one character.</source>
        <translation>개체에는 글자가 하나 이상 있어야 해요.</translation>
    </message>
    <message>
        <source>There is no such mention any more.</source>
        <translation>그 개체는 이제 없어요.</translation>
    </message>
    <message>
        <source>There is no such article any more.</source>
        <translation>그 기사는 이제 없어요.</translation>
    </message>
    <message>
        <source>There is no such block any more.</source>
        <translation>그 문단은 이제 없어요.</translation>
    </message>
    <message>
        <source>A further part may not overlap the mention.</source>
        <translation>더할 부분이 그 개체과 겹칠 수 없어요.</translation>
    </message>
    <message>
        <source>The label schema has no such label.</source>
        <translation>라벨 체계에 없는 라벨이에요.</translation>
    </message>
    <message>
        <source>Only neighbouring blocks of one source can be merged.</source>
        <translation>한 원문의 이웃한 문단만 합칠 수 있어요.</translation>
    </message>
    <message>
        <source>The cut must lie inside, with text on both sides.</source>
        <translation>자를 곳은 양쪽에 글이 있는 안쪽이어야 해요.</translation>
    </message>
    <message>
        <source>Blocks can only move between articles of one source.</source>
        <translation>문단은 한 원문의 기사 사이에서만 옮길 수 있어요.</translation>
    </message>
    <message>
        <source>An article must keep at least one block.</source>
        <translation>기사에는 문단이 하나 이상 남아야 해요.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>그런 항목이 없어요.</translation>
    </message>
    <message>
        <source>A date is written as 2026-11-24, 2026-11 or 2026.</source>
        <translation>날짜는 2026-11-24, 2026-11, 2026처럼 써 주세요.</translation>
    </message>
    <message>
        <source>The label schema allows no such relation between these mentions.</source>
        <translation>라벨 체계에서 이 개체들은 그 관계를 맺을 수 없어요.</translation>
    </message>
    <message>
        <source>The mentions must belong to one article.</source>
        <translation>한 기사의 개체여야 해요.</translation>
    </message>
    <message>
        <source>A mention may not run over several blocks.</source>
        <translation>개체가 여러 문단에 걸칠 수 없어요.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Import report</source>
        <translation>가져오기 결과</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Files: {files} · articles: {articles} · {seconds} s</source>
        <translation>파일 {files}개 · 기사 {articles}건 · {seconds}초</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>더함</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>이미 있음</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>Read in part</source>
        <translation>일부만 읽음</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>씀</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>{n} accepted</source>
        <translation>{n}개 수락</translation>
    </message>
    <message>
        <source>{n} in this article</source>
        <translation>이 기사에서 {n}개</translation>
    </message>
    <message>
        <source>, {n} added</source>
        <translation>, {n}개 더함</translation>
    </message>
    <message>
        <source>{n} in the project</source>
        <translation>프로젝트에서 {n}개</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>취소함: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>다시 함: {step}</translation>
    </message>
    <message>
        <source>There is no particle here</source>
        <translation>여기에는 조사가 없어요</translation>
    </message>
    <message>
        <source>← → choose the place, then split again</source>
        <translation>← →로 자를 곳을 고르고 다시 눌러 주세요</translation>
    </message>
    <message>
        <source>This was rejected here before; it is marked now</source>
        <translation>전에 여기서 거부한 것이지만 표시했어요</translation>
    </message>
    <message>
        <source>This was rejected elsewhere before; it is marked now</source>
        <translation>전에 다른 곳에서 거부한 것이지만 표시했어요</translation>
    </message>
    <message>
        <source>“{surface}” with which? Go there, press again</source>
        <translation>‘{surface}’[을/를] 무엇과 이을까요? 그리로 가서 다시 눌러 주세요</translation>
    </message>
    <message>
        <source>The label schema relates no such two</source>
        <translation>라벨 체계에서 이 둘은 관계를 맺을 수 없어요</translation>
    </message>
    <message>
        <source>Everything is decided. {key} finishes the article.</source>
        <translation>모두 결정했어요. {key}[을/를] 누르면 검토를 마쳐요.</translation>
    </message>
    <message>
        <source>Select the other part of the mention first</source>
        <translation>먼저 이어질 다른 부분을 선택하세요</translation>
    </message>
    <message>
        <source>One mention of {n} parts</source>
        <translation>부분 {n}개로 된 개체 하나</translation>
    </message>
    <message>
        <source>The parts touch: one mention without gap</source>
        <translation>부분이 맞닿아 한 개체이 됐어요</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Mentions</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사 정보</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>부제</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>기자명</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>발신</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>인용</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>사진 설명</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>연락처</translation>
    </message>
    <message>
        <source>Boilerplate</source>
        <translation>상용구</translation>
    </message>
</context>
<context>
    <name>RolesAlike</name>
    <message>
        <source>{n} similar block in other articles of this outlet.</source>
        <translation>이 매체의 다른 기사에 비슷한 문단이 {n}개 있어요.</translation>
    </message>
    <message>
        <source>{n} similar blocks in other articles of this outlet.</source>
        <translation>이 매체의 다른 기사에 비슷한 문단이 {n}개 있어요.</translation>
    </message>
    <message>
        <source>Make it {role}</source>
        <translation>{role}[으로/로] 바꾸기</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Save this filter…</source>
        <translation>이 필터 저장…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>The filter “{name}” is saved.</source>
        <translation>필터 ‘{name}’[을/를] 저장했어요.</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>필터 저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>SchemaDialog</name>
    <message>
        <source>Label schema</source>
        <translation>라벨 체계</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>라벨 더하기</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>라벨 빼기</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>불러오기…</translation>
    </message>
    <message>
        <source>Store…</source>
        <translation>파일로 저장…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name in Korean</source>
        <translation>한국어 이름</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>영어 이름</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>짧은 이름</translation>
    </message>
    <message>
        <source>Hint in Korean</source>
        <translation>한국어 설명</translation>
    </message>
    <message>
        <source>Hint in English</source>
        <translation>영어 설명</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Sub-labels</source>
        <translation>세부 라벨</translation>
    </message>
    <message>
        <source>A schema needs a label.</source>
        <translation>라벨이 하나는 있어야 해요.</translation>
    </message>
    <message>
        <source>Every label needs a code.</source>
        <translation>라벨마다 코드가 있어야 해요.</translation>
    </message>
    <message>
        <source>The code {which} stands twice.</source>
        <translation>코드 {which}[이/가] 두 번 있어요.</translation>
    </message>
    <message>
        <source>The label {which} needs a name.</source>
        <translation>라벨 {which}에 이름이 있어야 해요.</translation>
    </message>
    <message>
        <source>The key {which} is given twice.</source>
        <translation>키 {which}[을/를] 두 라벨에 줬어요.</translation>
    </message>
    <message>
        <source>{n} mention of {code} becomes</source>
        <translation>{code} 개체 {n}개를 바꿀 라벨</translation>
    </message>
    <message>
        <source>{n} mentions of {code} become</source>
        <translation>{code} 개체 {n}개를 바꿀 라벨</translation>
    </message>
    <message>
        <source>Load a schema</source>
        <translation>라벨 체계 불러오기</translation>
    </message>
    <message>
        <source>Store the schema</source>
        <translation>라벨 체계 저장</translation>
    </message>
</context>
<context>
    <name>Schooling</name>
    <message>
        <source>Model {new} was not better (F1 {now}, was {before}); {old} stays.</source>
        <translation>모델 {new}[이/가] 더 낫지 않아서 (F1 {now}, 이전 {before}) {old}[을/를] 그대로 써요.</translation>
    </message>
    <message>
        <source>Model {new}: F1 {before} → {now} on {count} articles not seen. In use.</source>
        <translation>모델 {new}: 처음 보는 기사 {count}건에서 F1 {before} → {now}. 이제 이 모델을 써요.</translation>
    </message>
    <message>
        <source>{name} · learning…</source>
        <translation>{name} · 배우는 중…</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search the whole project</source>
        <translation>프로젝트 전체에서 찾기</translation>
    </message>
    <message>
        <source>Text, initial consonants (ㄱㄱㄷ), label:PS, concept:…, tag:…</source>
        <translation>글, 초성(ㄱㄱㄷ), 라벨:인물, 개념:…, 태그:…</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>찾은 곳</translation>
    </message>
    <message>
        <source>Mark as…</source>
        <translation>라벨 붙이기…</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>라벨 떼기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>{n} places are marked.</source>
        <translation>{n}곳에 라벨을 붙였어요.</translation>
    </message>
    <message>
        <source>{n} place is marked.</source>
        <translation>{n}곳에 라벨을 붙였어요.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>No mention stands exactly there.</source>
        <translation>딱 그 자리에 있는 개체가 없어요.</translation>
    </message>
    <message>
        <source>{n} mentions are gone.</source>
        <translation>개체 {n}개를 뗐어요.</translation>
    </message>
    <message>
        <source>{n} mention is gone.</source>
        <translation>개체 {n}개를 뗐어요.</translation>
    </message>
    <message>
        <source>The first {n} places</source>
        <translation>처음 {n}곳</translation>
    </message>
    <message>
        <source>Places: {n} · articles: {m}</source>
        <translation>{n}곳 · 기사 {m}건</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 것이 없어요</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>Split into train, dev, test</source>
        <translation>학습·개발·평가로 나누기</translation>
    </message>
    <message>
        <source>Share of train</source>
        <translation>학습 비율</translation>
    </message>
    <message>
        <source>Share of dev</source>
        <translation>개발 비율</translation>
    </message>
    <message>
        <source>Share of test</source>
        <translation>평가 비율</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
</context>
<context>
    <name>Span</name>
    <message>
        <source>{s} s</source>
        <translation>{s}초</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m}분 {s}초</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h}시간 {m}분</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>New</source>
        <translation>새 기사</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>검토 중</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>검토 완료</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>Every step is in the project file at once. There is no Save.</source>
        <translation>작업은 하는 대로 프로젝트 파일에 저장돼요. 따로 저장하지 않아도 돼요.</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>모델 {name}</translation>
    </message>
    <message>
        <source>Model is getting ready</source>
        <translation>모델 준비 중</translation>
    </message>
    <message>
        <source>{done} / {total} reviewed</source>
        <translation>{done} / {total} 검토 완료</translation>
    </message>
    <message>
        <source>1–0 Label</source>
        <translation>1–0 라벨</translation>
    </message>
    <message>
        <source>Q W E R Boundary</source>
        <translation>Q W E R 경계</translation>
    </message>
    <message>
        <source>? All keys</source>
        <translation>? 모든 키</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Decide</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>라벨 변경</translation>
    </message>
    <message>
        <source>Move boundary</source>
        <translation>경계 이동</translation>
    </message>
    <message>
        <source>Add mention</source>
        <translation>개체 추가</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>부분 더하기</translation>
    </message>
    <message>
        <source>Remove mention</source>
        <translation>개체 삭제</translation>
    </message>
    <message>
        <source>Split mention</source>
        <translation>개체 나누기</translation>
    </message>
    <message>
        <source>Merge mentions</source>
        <translation>개체 합치기</translation>
    </message>
    <message>
        <source>Set value</source>
        <translation>값 입력</translation>
    </message>
    <message>
        <source>Set attribute</source>
        <translation>속성 입력</translation>
    </message>
    <message>
        <source>Link concept</source>
        <translation>개념 잇기</translation>
    </message>
    <message>
        <source>Edit concept</source>
        <translation>개념 고침</translation>
    </message>
    <message>
        <source>Merge concepts</source>
        <translation>개념 합치기</translation>
    </message>
    <message>
        <source>Add relation</source>
        <translation>관계 맺기</translation>
    </message>
    <message>
        <source>Remove relation</source>
        <translation>관계 끊기</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>태그 붙임</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>태그 뗌</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>태그 이름 변경</translation>
    </message>
    <message>
        <source>Edit metadata</source>
        <translation>기사 정보 고침</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>메모 씀</translation>
    </message>
    <message>
        <source>Settle note</source>
        <translation>메모 처리</translation>
    </message>
    <message>
        <source>Finish review</source>
        <translation>검토 완료</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>상태 변경</translation>
    </message>
    <message>
        <source>Change the label schema</source>
        <translation>라벨 체계 바꾸기</translation>
    </message>
    <message>
        <source>Set role</source>
        <translation>역할 변경</translation>
    </message>
    <message>
        <source>Split block</source>
        <translation>문단 나누기</translation>
    </message>
    <message>
        <source>Merge blocks</source>
        <translation>문단 합치기</translation>
    </message>
    <message>
        <source>Move blocks</source>
        <translation>문단 옮기기</translation>
    </message>
    <message>
        <source>Split article</source>
        <translation>기사 나누기</translation>
    </message>
    <message>
        <source>Merge articles</source>
        <translation>기사 합치기</translation>
    </message>
    <message>
        <source>Correct text</source>
        <translation>글 바로잡기</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>제안 가르치기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>결정 취소</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} 외 {n}개</translation>
    </message>
    <message>
        <source>Import annotated dataset</source>
        <translation>라벨이 붙은 데이터 가져오기</translation>
    </message>
</context>
<context>
    <name>SublabelTable</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name in Korean</source>
        <translation>한국어 이름</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>영어 이름</translation>
    </message>
    <message>
        <source>Sub-labels</source>
        <translation>세부 라벨</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Columns of the table</source>
        <translation>표의 열</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Which column of {name} is what?</source>
        <translation>{name}의 열이 각각 무엇인가요?</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>기사 본문</translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation>번호 또는 ID</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Choose the column with the text.</source>
        <translation>본문이 있는 열을 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Accept tag {tag}</source>
        <translation>태그 {tag} 수락</translation>
    </message>
    <message>
        <source>Remove tag {tag}</source>
        <translation>태그 {tag} 떼기</translation>
    </message>
</context>
<context>
    <name>TagsPanel</name>
    <message>
        <source>Add a tag</source>
        <translation>태그 붙이기</translation>
    </message>
</context>
<context>
    <name>Value</name>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Place code</source>
        <translation>행정구역 코드</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>for example 2026-11-24, 2024/2028, 4061 억원</source>
        <translation>예: 2026-11-24, 2024/2028, 4061 억원</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
</context>
<context>
    <name>VocabularyDialog</name>
    <message>
        <source>Tags of the project</source>
        <translation>프로젝트의 태그</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>태그 찾기</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>기사 보기</translation>
    </message>
    <message>
        <source>F2 renames a tag everywhere; the name of another tag makes the two one.</source>
        <translation>F2를 누르면 태그 이름을 프로젝트 전체에서 바꿔요. 이미 있는 태그 이름을 쓰면 둘이 하나가 돼요.</translation>
    </message>
    <message>
        <source>“{old}” is “{new}” now.</source>
        <translation>‘{old}’[이/가] 이제 ‘{new}’[이에요/예요].</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Read Korean articles and put their names right, at the speed of reading.</source>
        <translation>읽는 속도로 한국어 기사의 개체를 바로잡아요.</translation>
    </message>
    <message>
        <source>Open the samples</source>
        <translation>예제 열기</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>새 프로젝트…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>프로젝트 열기…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>Or drop a project here.</source>
        <translation>프로젝트 파일을 여기에 놓아도 돼요.</translation>
    </message>
</context>
<context>
    <name>WindowDoings</name>
    <message>
        <source>Every article in the queue is reviewed.</source>
        <translation>목록의 기사를 모두 검토했어요.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>아직 없음</translation>
    </message>
</context>
</TS>
